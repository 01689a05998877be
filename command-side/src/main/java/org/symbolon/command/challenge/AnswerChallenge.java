package org.symbolon.command.challenge;

/** Record an answer to a challenge that is not the log-in itself; it may come after the challenge has expired. */
public record AnswerChallenge(String transactionId, String serial, boolean right) {}
