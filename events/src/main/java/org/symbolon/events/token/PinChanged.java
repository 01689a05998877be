package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A token got another PIN; an empty hash stands for the empty PIN. */
@EventName("PinChanged")
@Revision("1")
public record PinChanged(String serial, int tokenId, String pinHash) implements TokenEvent {}
