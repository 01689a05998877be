package org.symbolon.command.caconnector.port;

import java.util.Optional;
import java.util.stream.Stream;

/** Why a certificate does not count any more (RFC 5280, section 5.3.1), by the names that openssl and eduMFA have for it. */
public enum RevocationReason {
    UNSPECIFIED("unspecified", 0),
    KEY_COMPROMISE("keyCompromise", 1),
    CA_COMPROMISE("CACompromise", 2),
    AFFILIATION_CHANGED("affiliationChanged", 3),
    SUPERSEDED("superseded", 4),
    CESSATION_OF_OPERATION("cessationOfOperation", 5);

    private final String text;
    private final int code;

    RevocationReason(String text, int code) {
        this.text = text;
        this.code = code;
    }

    public static Optional<RevocationReason> named(String text) {
        return Stream.of(values()).filter(reason -> reason.text.equals(text)).findFirst();
    }

    public String text() {
        return text;
    }

    /** Its number in a revocation list. */
    public int code() {
        return code;
    }
}
