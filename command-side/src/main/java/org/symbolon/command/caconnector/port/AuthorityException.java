package org.symbolon.command.caconnector.port;

/**
 * A certificate authority did not do what it was asked for. The message names its connector and the kind of trouble, and nothing that
 * the other side said: that may be anything.
 */
public class AuthorityException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int FAILED = 503;
    private static final int DENIED = 504;

    /** What kept it from doing so. */
    public enum Trouble {
        UNKNOWN("is not there", true, FAILED),
        DEFINITION("is not defined so that it can be used", true, FAILED),
        KEY("has no key that can be used", true, FAILED),
        EXPIRED("has a certificate that is not valid now", true, FAILED),
        UNABLE("is of a kind that cannot do this", true, FAILED),
        UNREACHABLE("cannot be reached", false, FAILED),
        NOT_SECURE("shows a certificate that does not hold", false, FAILED),
        TOO_SLOW("was not done in time", false, FAILED),
        BUSY("keeps too many waiting", false, FAILED),
        BROKEN_OFF("broke off, or answered what cannot be understood", false, FAILED),
        FAULTY("failed", false, FAILED),
        DENIES("denies the request", true, DENIED);

        private final String text;
        private final boolean forGood;
        private final int code;

        Trouble(String text, boolean forGood, int code) {
            this.text = text;
            this.forGood = forGood;
            this.code = code;
        }
    }

    private final Trouble trouble;

    public AuthorityException(String connector, Trouble trouble) {
        this(connector, trouble, "");
    }

    /** With what else is known of it. */
    public AuthorityException(String connector, Trouble trouble, String more) {
        super("The CA connector " + connector + " " + trouble.text + (more.isEmpty() ? "" : " (" + more + ")"));
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }

    /** The code of eduMFA's that goes with it. */
    public int code() {
        return trouble.code;
    }

    /** Whether another attempt would fail as well. */
    public boolean isForGood() {
        return trouble.forGood;
    }
}
