package org.symbolon.command.resolver.port;

/** The user store cannot be reached or read at the moment; the message names the resolver's trouble, never a secret. */
public class UserStoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UserStoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
