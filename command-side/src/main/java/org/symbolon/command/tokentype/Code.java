package org.symbolon.command.tokentype;

/** A text among what a client needs for a challenge that is shown to people as a QR code. */
public record Code(String text) {}
