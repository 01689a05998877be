package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.shared.Sealed;

/** A token got another security officer PIN. */
@EventName("SecurityOfficerPinChanged")
@Revision("1")
public record SecurityOfficerPinChanged(String serial, int tokenId, Sealed pin) implements TokenEvent {}
