package org.symbolon.command.auth;

/** Clear away the revocations of log-ins that have ended by themselves. */
public record RemoveExpiredRevocations() {}
