package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** The fail counter was raised though no value was wrong: for a challenge that was begun, or a right answer of an unfit token. */
@EventName("FailCounterRaised")
@Revision("1")
public record FailCounterRaised(String serial, int tokenId, int failCount) implements TokenEvent {}
