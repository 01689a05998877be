package org.symbolon.events.challenge;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** The user said that he does not want to log in any more, though it was he. The challenge stays open, as one that he declined. */
@EventName("ChallengeCancelled")
@Revision("1")
public record ChallengeCancelled(String transactionId, String serial) implements ChallengeEvent {}
