package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** Somebody who may do so has set what otherwise only the token's type writes. */
@EventName("TypeStateAdjusted")
@Revision("1")
public record TypeStateAdjusted(String serial, int tokenId, StateChange change) implements TokenEvent {}
