package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.shared.TokenOwner;

/** A token got an owner; its realms became the owner's realm and its fail counter began anew. */
@EventName("TokenAssigned")
@Revision("1")
public record TokenAssigned(String serial, int tokenId, TokenOwner owner) implements TokenEvent {}
