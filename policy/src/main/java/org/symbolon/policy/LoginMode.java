package org.symbolon.policy;

/** With what users log in to the server itself. Local administrators always do so with their password. */
public enum LoginMode {
    /** With the password of their user store. */
    USERSTORE,
    /** As into anything else: with their tokens. */
    TOKENS,
    /** Not at all. */
    DISABLED
}
