package org.symbolon.command.feed.port;

/** A receiver does not take facts for what they are: it would not take them later either. */
public class FeedRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    public FeedRefusedException(String message) {
        super(message);
    }
}
