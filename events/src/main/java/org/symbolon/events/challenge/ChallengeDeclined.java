package org.symbolon.events.challenge;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** The user said that it was not he who wants to log in. The challenge stays open, for he may think better of it. */
@EventName("ChallengeDeclined")
@Revision("1")
public record ChallengeDeclined(String transactionId, String serial) implements ChallengeEvent {}
