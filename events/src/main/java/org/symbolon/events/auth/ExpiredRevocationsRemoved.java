package org.symbolon.events.auth;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** The revocations of all log-ins that had ended by themselves at this time were cleared away. */
@EventName("ExpiredRevocationsRemoved")
@Revision("1")
public record ExpiredRevocationsRemoved(Instant expiredBefore) implements AuthEvent {}
