package org.symbolon.command.tokengroup;

/** Delete a token group that no token is in. */
public record DeleteTokengroup(String name) {}
