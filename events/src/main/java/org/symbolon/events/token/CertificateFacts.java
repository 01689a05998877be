package org.symbolon.events.token;

/**
 * The entries that say which authority has issued what for a token. What is issued and what is revoked is read from the facts of tokens,
 * so that no authority of ours needs a list of its own.
 */
public final class CertificateFacts {

    /** The name of the connector to the authority. */
    public static final String AUTHORITY = "CA";

    /** The number that the authority has given the certificate, as hexadecimal digits. */
    public static final String SERIAL = "certificate_serial";

    /** From when on it is valid, as {@code 2026-12-01T04:00+0000}. */
    public static final String VALID_FROM = "certificate_valid_from";

    /** Until when it is valid, in the same form. */
    public static final String VALID_UNTIL = "certificate_valid_until";

    /** Why it is revoked. */
    public static final String REASON = "revocation_reason";

    private CertificateFacts() {}
}
