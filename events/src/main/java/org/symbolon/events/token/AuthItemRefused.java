package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A machine asked for an item of a token that is disabled or revoked, and got none. */
@EventName("AuthItemRefused")
@Revision("1")
public record AuthItemRefused(String serial, int tokenId, String application) implements TokenEvent {}
