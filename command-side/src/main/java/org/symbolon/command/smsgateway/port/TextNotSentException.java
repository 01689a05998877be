package org.symbolon.command.smsgateway.port;

/**
 * A text message was not taken. The message names the definition and the kind of trouble, and nothing that the gateway said:
 * that may be what it was sent, a password say.
 */
public class TextNotSentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kept the message from being sent. */
    public enum Trouble {
        DEFINITION("is not defined so that it can be used", true),
        NO_TEXTS("is of a kind that sends no text messages", true),
        NO_NOTIFICATIONS("is of a kind that reaches no apps on telephones", true),
        NUMBER("was not asked, since the number is none that can be sent to", true),
        LOCAL_ADDRESS(
                "has an address that is local to this server, and symbolon.local-destinations does not allow it", true),
        UNKNOWN_HOST("is not known", false),
        UNREACHABLE("cannot be reached", false),
        TOO_SLOW("was not done in time", false),
        BROKEN_OFF("broke off, or answered what cannot be understood", false),
        NOT_SECURE("shows a certificate that does not hold", false),
        LOGIN("refuses the log-in", false),
        REJECTED("refuses the message", false);

        private final String text;
        private final boolean forGood;

        Trouble(String text, boolean forGood) {
            this.text = text;
            this.forGood = forGood;
        }
    }

    private final Trouble trouble;

    public TextNotSentException(String gateway, Trouble trouble) {
        this(gateway, trouble, "");
    }

    /** With what else is known of it, such as the code of the gateway's answer. */
    public TextNotSentException(String gateway, Trouble trouble, String more) {
        super("The SMS gateway " + gateway + " " + trouble.text + (more.isEmpty() ? "" : " (" + more + ")"));
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }

    /** Whether another attempt would fail as well. */
    public boolean isForGood() {
        return trouble.forGood;
    }
}
