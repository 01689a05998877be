package org.symbolon.command.challenge;

/** Clear away the challenges that can no longer be answered. */
public record RemoveExpiredChallenges() {}
