package org.symbolon.command.challenge;

/** Record that the user says it was not he who wants to log in. */
public record DeclineChallenge(String transactionId, String serial) {}
