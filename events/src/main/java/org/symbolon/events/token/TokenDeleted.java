package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A token was deleted and its secrets were erased. */
@EventName("TokenDeleted")
@Revision("1")
public record TokenDeleted(String serial, int tokenId) implements TokenEvent {}
