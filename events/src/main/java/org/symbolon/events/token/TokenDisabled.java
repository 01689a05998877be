package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A token may not be used until it is enabled. */
@EventName("TokenDisabled")
@Revision("1")
public record TokenDisabled(String serial, int tokenId) implements TokenEvent {}
