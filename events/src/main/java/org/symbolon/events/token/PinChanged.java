package org.symbolon.events.token;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/**
 * A token got another PIN.
 *
 * @param pinHash its hash, or {@code @@} and the PIN as it was sealed; empty for the empty PIN
 */
@EventName("PinChanged")
@Revision("1")
public record PinChanged(String serial, int tokenId, String pinHash) implements TokenEvent {}
