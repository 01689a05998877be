package org.symbolon.events.auth;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.shared.Sealed;

/**
 * A log-in had success and is to be accepted again for a while. It is known by the position of this event.
 *
 * @param userId the user's id in the resolver, by which what happens to his tokens ends it; empty where that was not kept, and then
 *     nobody is let in by it
 * @param password a keyed digest of all that was typed, sealed under a key of its own: it may be the password that somebody
 *     has in a user store, whose hash must not stay in the stream for ever
 */
@EventName("LoginCached")
@Revision("2")
public record LoginCached(String username, String realm, String resolver, String userId, Sealed password)
        implements AuthEvent {}
