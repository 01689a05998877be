package org.symbolon.api.tokenfile.format;

/**
 * What whoever has a file has to pay for each guess at its password.
 *
 * @param rounds of PBKDF2 in a file of portable symmetric keys (RFC 6030, 6.2)
 * @param octetCount of the key of an OpenPGP message, coded (RFC 9580, 3.7.1.3)
 */
public record FileWorkFactor(int rounds, int octetCount) {

    /** What OWASP wants of PBKDF2 with SHA-1, and the most that an OpenPGP message can say. */
    public static final FileWorkFactor PRESET = new FileWorkFactor(1_300_000, 0xff);
}
