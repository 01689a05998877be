package org.symbolon.connectors.radiusclient;

/** What becomes of a packet that a RADIUS client has sent, or somebody who is none. */
public enum RadiusEvent {
    ACCEPTED,
    REJECTED,
    CHALLENGED,
    /** The server could not decide; the client may ask another one. */
    UNANSWERED,
    /** Somebody asked whether the server is there. */
    STATUS,
    /** It came again: the answer of before was sent again, or is still to come. */
    REPEATED,
    UNKNOWN_CLIENT("come from where no client is defined"),
    MALFORMED("are none of RADIUS"),
    UNSIGNED(
            "have no Message-Authenticator, and must have one: update the client, or relax require_ma of its definition"),
    FORGED("have a Message-Authenticator that is wrong: look at the secret"),
    UNPROVEN("come by TLS, whose handshake shows no certificate that a definition names"),
    UNSUPPORTED("are neither Access-Request nor Status-Server"),
    OVERLOAD("came while too many were at work"),
    TOO_LONG("have no answer that fits into a packet");

    private final String trouble;

    RadiusEvent() {
        this("");
    }

    RadiusEvent(String trouble) {
        this.trouble = trouble;
    }

    /** What the log says of such packets, which are dropped; empty for those that are not. */
    String trouble() {
        return trouble;
    }
}
