package org.symbolon.command.token;

/** Put a token into a group. */
public record JoinTokenGroup(String serial, String group) {}
