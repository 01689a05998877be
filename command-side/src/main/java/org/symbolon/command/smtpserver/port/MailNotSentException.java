package org.symbolon.command.smtpserver.port;

/**
 * A mail was not taken. The message names the server and the kind of trouble, and nothing that the server said: that may
 * be what it was sent, a password say.
 */
public class MailNotSentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kept the mail from being sent. */
    public enum Trouble {
        ADDRESS("has an address that is none"),
        UNKNOWN_HOST("is not known"),
        UNREACHABLE("cannot be reached"),
        TOO_SLOW("was not done in time"),
        BROKEN_OFF("broke off, or does not speak SMTP"),
        NOT_SECURE("offers no TLS, or shows a certificate that does not hold"),
        LOGIN("refuses the log-in"),
        REJECTED("refuses the mail"),
        NOT_SIGNED("was not asked, since the mail cannot be signed"),
        MALFORMED("was not asked, since the mail has an address or a subject that cannot be sent");

        private final String text;

        Trouble(String text) {
            this.text = text;
        }
    }

    private final Trouble trouble;

    public MailNotSentException(String server, Trouble trouble) {
        this(server, trouble, "");
    }

    /** With what else is known of it, such as the code of the server's answer. */
    public MailNotSentException(String server, Trouble trouble, String more) {
        super("The mail server " + server + " " + trouble.text + (more.isEmpty() ? "" : " (" + more + ")"));
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
