package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** Two consecutive OTP values brought server and device together again. */
@EventName("TokenResynchronised")
@Revision("2")
public record TokenResynchronised(String serial, int tokenId, StateChange change) implements TokenEvent {}
