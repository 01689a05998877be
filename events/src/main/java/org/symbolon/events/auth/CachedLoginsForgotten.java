package org.symbolon.events.auth;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** These cached log-ins let nobody in any more. */
@EventName("CachedLoginsForgotten")
@Revision("1")
public record CachedLoginsForgotten(List<Long> entries) implements AuthEvent {}
