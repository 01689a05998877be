package org.symbolon.command.token;

/**
 * Look at a token as it is, so that what a decision about it needs can be gathered. It changes nothing.
 *
 * @param transactionId the transaction of a challenge of it, null for none
 */
public record LookAtToken(String serial, String transactionId) {}
