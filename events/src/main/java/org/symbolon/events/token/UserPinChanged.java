package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.shared.Sealed;

/** A token got another user PIN, the one that some devices ask for. */
@EventName("UserPinChanged")
@Revision("1")
public record UserPinChanged(String serial, int tokenId, Sealed pin) implements TokenEvent {}
