package org.symbolon.events.auth;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** Somebody was let in because he had logged in with the same before. */
@EventName("CachedLoginUsed")
@Revision("1")
public record CachedLoginUsed(long entry) implements AuthEvent {}
