package org.symbolon.command.secret.port;

/**
 * What was sealed does not open: it was altered, or it was sealed under another key, for another owner or another purpose. It names
 * what was asked for and says nothing of what is in it.
 */
public class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SealBrokenException(String message) {
        super(message);
    }
}
