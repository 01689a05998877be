package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** Two OTP values were not consecutive ones of this token. */
@EventName("ResynchronisationRefused")
@Revision("1")
public record ResynchronisationRefused(String serial, int tokenId) implements TokenEvent {}
