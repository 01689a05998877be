package org.symbolon.events.token;

import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.TokenOwner;

/**
 * A token was enrolled again: it has a new seed and its counters begin anew. A null pin, description or owner means that it
 * stayed as it was, and so do entries of the state that are not named.
 */
@EventName("TokenReenrolled")
@Revision("2")
public record TokenReenrolled(
        String serial,
        int tokenId,
        int otpLength,
        Sealed seed,
        Pin pin,
        String description,
        int failLimit,
        int countWindow,
        int syncWindow,
        String rolloutState,
        TypeState state,
        Map<String, String> info,
        TokenOwner owner,
        List<String> realms)
        implements TokenEvent {}
