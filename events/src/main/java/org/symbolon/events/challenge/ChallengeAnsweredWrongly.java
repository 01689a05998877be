package org.symbolon.events.challenge;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A challenge was answered wrongly; it stays open, and a right answer that came before counts no more. */
@EventName("ChallengeAnsweredWrongly")
@Revision("1")
public record ChallengeAnsweredWrongly(String transactionId, String serial) implements ChallengeEvent {}
