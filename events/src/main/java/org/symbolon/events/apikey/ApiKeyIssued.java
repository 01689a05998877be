package org.symbolon.events.apikey;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/**
 * A program got a key. The key itself is nowhere but with the program.
 *
 * @param keyId what tells it from all others: the nonce in it
 * @param name the program's, or the administrator's that it acts as
 * @param role what it is good for, as it says itself
 * @param expires when it ends by itself
 */
@EventName("ApiKeyIssued")
@Revision("1")
public record ApiKeyIssued(String keyId, String name, String realm, String role, Instant expires)
        implements ApiKeyEvent {}
