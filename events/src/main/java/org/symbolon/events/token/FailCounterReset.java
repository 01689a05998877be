package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** The fail counter of a token was set to zero. */
@EventName("FailCounterReset")
@Revision("1")
public record FailCounterReset(String serial, int tokenId) implements TokenEvent {}
