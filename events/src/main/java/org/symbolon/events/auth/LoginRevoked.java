package org.symbolon.events.auth;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/**
 * The log-in token with this nonce counts no more, or the one thing that it was for has been done.
 *
 * @param expires when it would have ended by itself
 */
@EventName("LoginRevoked")
@Revision("1")
public record LoginRevoked(String nonce, Instant expires) implements AuthEvent {}
