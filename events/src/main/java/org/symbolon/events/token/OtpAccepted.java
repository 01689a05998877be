package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A log-in with this token was accepted: the OTP value is used up and the fail counter is zero. */
@EventName("OtpAccepted")
@Revision("2")
public record OtpAccepted(String serial, int tokenId, int authCount, int successCount, StateChange change)
        implements TokenEvent {}
