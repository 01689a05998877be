package org.symbolon.events.token;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A right OTP value was used up without a log-in: the token was unfit (refusal says why), or only the value was asked about (refusal is null). */
@EventName("OtpConsumed")
@Revision("1")
public record OtpConsumed(String serial, int tokenId, Long counter, String refusal, Map<String, String> learned)
        implements TokenEvent {}
