package org.symbolon.command.remoteserver.port;

/** Another server gave no answer that counts; the message names its host and the trouble, never a secret. */
public class RemoteUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RemoteUnavailableException(String host, String trouble) {
        super("The remote server " + host + " " + trouble);
    }
}
