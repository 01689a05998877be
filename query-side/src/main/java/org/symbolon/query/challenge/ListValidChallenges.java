package org.symbolon.query.challenge;

import java.time.Instant;

/** Which challenges of a transaction can be answered at this time, or have an answer that can be used? */
public record ListValidChallenges(String transactionId, Instant at) {}
