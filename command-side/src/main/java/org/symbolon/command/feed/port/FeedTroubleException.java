package org.symbolon.command.feed.port;

/** A receiver cannot be reached, is out of order or wrongly set up: later it may take what it did not take now. */
public class FeedTroubleException extends Exception {

    private static final long serialVersionUID = 1L;

    public FeedTroubleException(String message) {
        super(message);
    }
}
