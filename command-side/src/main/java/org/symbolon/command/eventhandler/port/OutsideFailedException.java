package org.symbolon.command.eventhandler.port;

/** Something outside did not do what a handler wanted. The message is for people, and holds nothing that was sent. */
public final class OutsideFailedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    private OutsideFailedException(String message, boolean forGood) {
        super(message, null, false, false);
        this.forGood = forGood;
    }

    /** The same may go well later. */
    public static OutsideFailedException forNow(String message) {
        return new OutsideFailedException(message, false);
    }

    /** It will not, until somebody mends what is wrong. */
    public static OutsideFailedException forGood(String message) {
        return new OutsideFailedException(message, true);
    }

    public boolean isForGood() {
        return forGood;
    }
}
