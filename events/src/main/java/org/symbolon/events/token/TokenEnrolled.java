package org.symbolon.events.token;

import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.TokenOwner;

/**
 * A token came into being, or came back under the serial of a deleted one.
 *
 * @param state what its type keeps of it
 * @param info what people and the token itself keep beside
 */
@EventName("TokenEnrolled")
@Revision("2")
public record TokenEnrolled(
        String serial,
        int tokenId,
        String type,
        int otpLength,
        Sealed seed,
        Pin pin,
        String description,
        int failLimit,
        int countWindow,
        int syncWindow,
        String rolloutState,
        boolean active,
        TypeState state,
        Map<String, String> info,
        TokenOwner owner,
        List<String> realms)
        implements TokenEvent {}
