package org.symbolon.events.challenge;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/**
 * A challenge counts for longer than it was begun for: it was answered by another way than the log-in, which needs time to come.
 *
 * @param until when it ends now
 */
@EventName("ChallengeProlonged")
@Revision("1")
public record ChallengeProlonged(String transactionId, String serial, Instant until) implements ChallengeEvent {}
