package org.symbolon.command.challenge;

/** Give up all challenges of a transaction. */
public record EndTransaction(String transactionId) {}
