package org.symbolon.command.resolver.port;

/** The user store does not take a change of a user; the message says why and names no secret. */
public class UserChangeRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UserChangeRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
