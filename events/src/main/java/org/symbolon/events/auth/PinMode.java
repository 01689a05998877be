package org.symbolon.events.auth;

/** What counts as the PIN of a token. */
public enum PinMode {
    /** The PIN that was set for the token. */
    TOKEN_PIN,
    /** The password that the owner has in his user store. */
    USER_STORE,
    /** Nothing: whoever types a PIN is wrong. */
    NONE
}
