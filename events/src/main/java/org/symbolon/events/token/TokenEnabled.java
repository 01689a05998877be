package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A disabled token may be used again. */
@EventName("TokenEnabled")
@Revision("1")
public record TokenEnabled(String serial, int tokenId) implements TokenEvent {}
