package org.symbolon.events.challenge;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A transaction began: somebody has to answer one of these challenges. There is at most one for each token. */
@EventName("ChallengesBegun")
@Revision("1")
public record ChallengesBegun(String transactionId, List<BegunChallenge> challenges) implements ChallengeEvent {}
