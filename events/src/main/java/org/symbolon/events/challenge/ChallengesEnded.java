package org.symbolon.events.challenge;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** These tokens' challenges of a transaction are used up or given up: no answer to them counts any more. */
@EventName("ChallengesEnded")
@Revision("1")
public record ChallengesEnded(String transactionId, List<String> serials) implements ChallengeEvent {}
