package org.symbolon.command.token;

/** Set the fail counter of a token, as if it had failed so often. */
public record SetFailCounter(String serial, int failCount) {}
