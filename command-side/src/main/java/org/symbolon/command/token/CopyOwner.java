package org.symbolon.command.token;

/** Give a token the owner and the realms of another, and no PIN. */
public record CopyOwner(String from, String to) {}
