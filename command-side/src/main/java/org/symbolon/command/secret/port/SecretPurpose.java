package org.symbolon.command.secret.port;

/**
 * All that secrets are sealed for. The word of a purpose is part of each seal: one that is changed opens nothing any more that was
 * sealed before.
 */
public enum SecretPurpose {
    /** What a token and its device share. */
    SEED("seed"),

    /** The PIN of a token, where policies want it to be readable. */
    PIN("pin"),

    /** The PIN of a token that some devices ask for. */
    USER_PIN("user pin"),

    /** The security officer's PIN of a token. */
    SECURITY_OFFICER_PIN("security officer pin"),

    /** What a token's type keeps secretly beside the seed, by the entry's name. */
    TYPE_ENTRY("type entry"),

    /** What a challenge remembers of the token that it asks, by the token's serial. */
    CHALLENGE("challenge"),

    /** An entry of a definition or of the system settings, by its key. */
    ENTRY("entry"),

    /** A header that a gateway sends, by its name. */
    HEADER("header"),

    /** The one password that a definition has, or the secret that it shares with a server. */
    PASSWORD("password"),

    /** What somebody logged in with who is to be let in again for a while. */
    CACHED_LOGIN("cached log-in"),

    /** A part of what an effect hands to the outside, by its name. */
    EFFECT_CONTENT("effect content"),

    /** What was answered to a request that is done once. */
    ANSWER("answer");

    private final String word;

    SecretPurpose(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
