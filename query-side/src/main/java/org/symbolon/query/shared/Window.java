package org.symbolon.query.shared;

/**
 * The rows of a page, counted from whichever end of the list is nearer, so that the last page costs what the first does.
 *
 * @param fromTheEnd whether the list is to be read backwards
 * @param offset how many rows to pass over
 * @param size how many rows to take
 */
public record Window(boolean fromTheEnd, long offset, long size) {

    public static Window of(Paging paging, long count) {
        long behind = Math.max(0, count - paging.offset());
        long size = Math.min(paging.size(), behind);
        boolean fromTheEnd = paging.offset() > behind - size;
        return new Window(fromTheEnd, fromTheEnd ? behind - size : paging.offset(), size);
    }

    public boolean isEmpty() {
        return size == 0;
    }
}
