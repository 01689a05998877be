package org.symbolon.events.auth;

import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/**
 * Somebody tried to log in where it is limited how often.
 *
 * @param success whether he was let in
 * @param remembered how many attempts of a kind are remembered from now on
 * @param since attempts before this are forgotten
 */
@EventName("LogInCounted")
@Revision("1")
public record LogInCounted(String login, String realm, Instant time, boolean success, int remembered, Instant since)
        implements AuthEvent {}
