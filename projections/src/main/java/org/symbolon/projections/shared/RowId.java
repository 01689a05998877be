package org.symbolon.projections.shared;

/**
 * Numbers rows by the position of the event that made them, never by a sequence, so that a rebuild yields the same
 * numbers. One event may make {@value #ROWS_PER_EVENT} rows in each table.
 */
public final class RowId {

    private static final int ROWS_PER_EVENT = 1024;

    private RowId() {}

    /**
     * The number of a row.
     *
     * @param position the event's position in the stream
     * @param ordinal which of the event's rows in that table it is, from 0
     */
    public static long of(long position, int ordinal) {
        if (ordinal < 0 || ordinal >= ROWS_PER_EVENT) {
            throw new IllegalArgumentException("One event may not make row " + ordinal + " of a table");
        }
        return Math.addExact(Math.multiplyExact(position, ROWS_PER_EVENT), ordinal);
    }
}
