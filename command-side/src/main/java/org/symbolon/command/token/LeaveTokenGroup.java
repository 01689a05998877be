package org.symbolon.command.token;

/** Take a token out of a group, if it is in it. */
public record LeaveTokenGroup(String serial, String group) {}
