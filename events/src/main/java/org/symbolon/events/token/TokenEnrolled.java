package org.symbolon.events.token;

import java.util.List;
import java.util.Map;
import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.TokenOwner;

/**
 * A token came into being, or came back under the serial of a deleted one.
 *
 * @param pinHash hash of its PIN, or {@code @@} and the PIN as it was sealed; empty for the empty PIN
 */
@EventName("TokenEnrolled")
@Revision("1")
public record TokenEnrolled(
        String serial,
        int tokenId,
        String type,
        int otpLength,
        Sealed seed,
        String pinHash,
        String description,
        int failLimit,
        int countWindow,
        int syncWindow,
        String rolloutState,
        boolean active,
        Map<String, String> info,
        TokenOwner owner,
        List<String> realms)
        implements TokenEvent {}
