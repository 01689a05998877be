package org.symbolon.command.challenge;

/** Give up the challenge of one token. */
public record EndChallenge(String transactionId, String serial) {}
