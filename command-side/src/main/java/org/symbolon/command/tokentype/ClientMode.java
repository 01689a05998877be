package org.symbolon.command.tokentype;

/** What a client has to do so that its user can answer a challenge. */
public enum ClientMode {
    /** Ask him for a text. */
    INTERACTIVE,
    /** Wait until he has answered elsewhere. */
    POLL,
    /** Ask his authenticator, as WebAuthn says. */
    WEBAUTHN,
    /** Ask his authenticator, as U2F says. */
    U2F
}
