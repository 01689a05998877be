package org.symbolon.command.token;

/** Look for the token that has something which no two tokens may have. It changes nothing. */
public record LookForTaker(String kind, String value) {}
