package org.symbolon.command.secret.port;

/** The data key of a sealed secret is gone: the secret was erased on purpose. */
public class SecretErasedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SecretErasedException(String key) {
        super("The data key " + key + " has been erased");
    }
}
