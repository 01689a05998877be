package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A token got another description. */
@EventName("TokenDescribed")
@Revision("1")
public record TokenDescribed(String serial, int tokenId, String description) implements TokenEvent {}
