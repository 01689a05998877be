package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.shared.Pin;

/** A token got another PIN. */
@EventName("PinChanged")
@Revision("2")
public record PinChanged(String serial, int tokenId, Pin pin) implements TokenEvent {}
