package org.symbolon.events.challenge;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** All challenges, of whatever transaction, that could not be answered any more at this time were cleared away. */
@EventName("ExpiredChallengesRemoved")
@Revision("1")
public record ExpiredChallengesRemoved(Instant expiredBefore) implements ChallengeEvent {}
