package org.symbolon.command.token;

/** Give a token the PIN of another. */
public record CopyPin(String from, String to) {}
