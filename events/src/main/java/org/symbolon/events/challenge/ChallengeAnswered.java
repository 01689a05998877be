package org.symbolon.events.challenge;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A challenge was answered rightly, but the log-in that it is for is still to come. */
@EventName("ChallengeAnswered")
@Revision("1")
public record ChallengeAnswered(String transactionId, String serial) implements ChallengeEvent {}
