package org.symbolon.store.vault;

/** The master key cannot be used as it is; the message tells the administrator what to put right. */
public class MasterKeyUnusableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MasterKeyUnusableException(String message) {
        super(message);
    }

    public MasterKeyUnusableException(String message, Throwable cause) {
        super(message, cause);
    }
}
