package org.symbolon.store.vault;

/** What was sealed does not open with its key: it was altered, or it was sealed under another key. */
public class SealBrokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SealBrokenException(String message) {
        super(message);
    }
}
