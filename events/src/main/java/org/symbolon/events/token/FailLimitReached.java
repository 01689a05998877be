package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** The fail counter of a token reached its limit: right values are refused until it is reset. */
@EventName("FailLimitReached")
@Revision("1")
public record FailLimitReached(String serial, int tokenId) implements TokenEvent {}
