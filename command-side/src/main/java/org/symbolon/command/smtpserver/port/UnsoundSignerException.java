package org.symbolon.command.smtpserver.port;

/** A mail cannot be signed so; the message says what is wrong, and shows nothing of a key. */
public class UnsoundSignerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Fault {
        CERTIFICATE("The certificate is not sound PEM"),
        KEY("The private key is not sound PEM of a key of RSA or an elliptic curve"),
        PASSPHRASE("The passphrase does not open the private key"),
        NOT_ITS_KEY("The private key is not that of the certificate"),
        EXPIRED("The certificate has expired"),
        NOT_YET_VALID("The certificate is not valid yet");

        private final String words;

        Fault(String words) {
            this.words = words;
        }
    }

    private final Fault fault;

    public UnsoundSignerException(Fault fault) {
        super(fault.words);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
