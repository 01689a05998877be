package org.symbolon.command.token;

/** Delete a token and erase its secrets. */
public record DeleteToken(String serial) {}
