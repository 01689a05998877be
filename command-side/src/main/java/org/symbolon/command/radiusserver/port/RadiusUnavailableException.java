package org.symbolon.command.radiusserver.port;

/** A RADIUS server gave no answer that counts; the message names the server and the trouble, never a secret. */
public class RadiusUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RadiusUnavailableException(String host, int port, String trouble) {
        super("The RADIUS server " + host + ":" + port + " " + trouble);
    }
}
