package org.symbolon.command.tokentype.yubico.port;

/** Yubico's service gave no answer; the message says why, and nothing that was sent or said. */
public class YubicoUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public YubicoUnavailableException(String host, String trouble) {
        super("Yubico's service at " + host + " " + trouble);
    }
}
