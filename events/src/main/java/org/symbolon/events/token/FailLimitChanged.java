package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** The number of failures after which a token is refused changed. */
@EventName("FailLimitChanged")
@Revision("1")
public record FailLimitChanged(String serial, int tokenId, int failLimit) implements TokenEvent {}
