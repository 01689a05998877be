package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/**
 * Values of a token were handed to a machine that is to check log-ins by itself; the token cannot use them any more.
 *
 * @param counter the token's counter behind them
 * @param refillTokenHash the SHA-256 of what the machine can ask for more values with, in hexadecimal
 */
@EventName("OfflineValuesIssued")
@Revision("1")
public record OfflineValuesIssued(String serial, int tokenId, long counter, String refillTokenHash)
        implements TokenEvent {}
