package org.symbolon.projections.shared;

/** A later version of Symbolon has worked on the database; the message says on what, and what to do. */
public final class LaterVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String WAY_OUT =
            ". Start that version again, or restore the backup that was made before the upgrade";

    public LaterVersionException(String finding) {
        super(finding + WAY_OUT);
    }
}
