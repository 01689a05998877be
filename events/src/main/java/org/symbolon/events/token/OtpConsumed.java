package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A right OTP value was used up without a log-in: the token was unfit (refusal says why), or only the value was asked about (refusal is null). */
@EventName("OtpConsumed")
@Revision("2")
public record OtpConsumed(String serial, int tokenId, String refusal, StateChange change) implements TokenEvent {}
