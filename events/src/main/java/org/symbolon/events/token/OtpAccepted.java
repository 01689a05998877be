package org.symbolon.events.token;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A log-in with this token was accepted: the OTP value is used up and the fail counter is zero. The counter is null where the type has none; learned holds what the type keeps in the token's info (a null value removes the entry). */
@EventName("OtpAccepted")
@Revision("1")
public record OtpAccepted(
        String serial, int tokenId, Long counter, int authCount, int successCount, Map<String, String> learned)
        implements TokenEvent {}
