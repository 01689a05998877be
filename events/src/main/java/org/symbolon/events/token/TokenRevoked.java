package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A token was revoked: it is locked and disabled for good. */
@EventName("TokenRevoked")
@Revision("1")
public record TokenRevoked(String serial, int tokenId) implements TokenEvent {}
