package org.symbolon.command.machine.port;

/** A machine store cannot be reached or read at the moment; the message names the trouble, never a secret. */
public class MachineStoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MachineStoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
