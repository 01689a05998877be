package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A token lost its owner and its PIN; its fail counter began anew, its realms stayed. */
@EventName("TokenUnassigned")
@Revision("1")
public record TokenUnassigned(String serial, int tokenId) implements TokenEvent {}
