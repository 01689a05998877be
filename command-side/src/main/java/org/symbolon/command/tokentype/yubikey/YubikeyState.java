package org.symbolon.command.tokentype.yubikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/**
 * What is kept of a Yubikey. What is not known of the device is learned from the first value that its key proves.
 *
 * @param next the least counter that may be used
 */
record YubikeyState(long next, Optional<String> privateId, Optional<String> publicId) {

    static final String PRIVATE_ID = "yubikey.tokenid";
    static final String PUBLIC_ID = "yubikey.prefix";

    static final List<StateEntry> ENTRIES = List.of(StateEntry.text(PRIVATE_ID), StateEntry.text(PUBLIC_ID));

    static YubikeyState of(TypeState state) {
        return new YubikeyState(state.count(), state.text(PRIVATE_ID), state.text(PUBLIC_ID));
    }

    /** Whether a value is of this device, used up or not. */
    boolean isOfDevice(YubikeyValue value) {
        return privateId
                .map(known -> MessageDigest.isEqual(bytes(known.toLowerCase(Locale.ROOT)), bytes(value.privateId())))
                .orElse(true);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    boolean isNew(YubikeyValue value) {
        return value.counter() >= next;
    }

    boolean wasLast(YubikeyValue value) {
        return next > 0 && value.counter() == next - 1;
    }

    /** This value is used up, and all before it. */
    StateChange used(YubikeyValue value) {
        StateChange moved = StateChange.counter(value.counter() + 1);
        StateChange known = privateId.isPresent() ? moved : moved.with(PRIVATE_ID, value.privateId());
        return publicId.isPresent() || value.publicId().isEmpty() ? known : known.with(PUBLIC_ID, value.publicId());
    }
}
