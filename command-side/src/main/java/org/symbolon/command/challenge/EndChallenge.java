package org.symbolon.command.challenge;

/** Take back the challenge of one token, since nobody can answer it. */
public record EndChallenge(String transactionId, String serial) {}
