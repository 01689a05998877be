package org.symbolon.events.token;

import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** Two consecutive OTP values brought server and device together again. */
@EventName("TokenResynchronised")
@Revision("1")
public record TokenResynchronised(String serial, int tokenId, long counter, Map<String, String> learned)
        implements TokenEvent {}
