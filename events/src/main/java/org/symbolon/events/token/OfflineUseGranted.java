package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/**
 * A machine got what it needs to check log-ins with a token by itself. What it got before is good for no more.
 *
 * @param computer the name by which the machine is known, empty where it has said none
 * @param counter the token's counter behind the values that the machine has now; null where it got no values but a key
 * @param refillTokenHash the SHA-256 of what the machine can ask for more with, in hexadecimal
 */
@EventName("OfflineUseGranted")
@Revision("1")
public record OfflineUseGranted(String serial, int tokenId, String computer, Long counter, String refillTokenHash)
        implements TokenEvent {}
