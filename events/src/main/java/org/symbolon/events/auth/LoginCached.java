package org.symbolon.events.auth;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.shared.Sealed;

/**
 * A log-in had success and is to be accepted again for a while. It is known by the position of this event.
 *
 * @param password a keyed digest of all that was typed, sealed under a key of its own: it may be the password that somebody
 *     has in a user store, whose hash must not stay in the stream for ever
 */
@EventName("LoginCached")
@Revision("1")
public record LoginCached(String username, String realm, String resolver, Sealed password) implements AuthEvent {}
