package org.symbolon.command.tokentype.hotp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.OathParameters;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/**
 * What is kept of a HOTP token.
 *
 * @param next the next counter that may be used
 * @param pending the counter of the first of two distant values, until the second comes
 * @param pendingUntil until when that must be, in seconds
 */
record HotpState(long next, Optional<Long> pending, Optional<Long> pendingUntil) {

    private static final String PENDING = "otp1c";
    private static final String PENDING_UNTIL = "dueDate";

    static final List<StateEntry> ENTRIES =
            List.of(StateEntry.text(OathParameters.HASH), StateEntry.number(PENDING), StateEntry.number(PENDING_UNTIL));

    static HotpState of(TypeState state) {
        return new HotpState(state.count(), pending(state), state.number(PENDING_UNTIL));
    }

    /** What is no number is none that any value could follow. */
    private static Optional<Long> pending(TypeState state) {
        return state.text(PENDING).map(any -> state.number(PENDING).orElse(-2L));
    }

    /** That of a new token. */
    static TypeState begun(HashAlgorithm algorithm, Map<String, Object> ofTwoSteps) {
        Map<String, Object> entries = new HashMap<>(ofTwoSteps);
        entries.put(OathParameters.HASH, algorithm.wireName());
        return TypeState.of(0L, entries);
    }

    /** This counter is used up; a first distant value is forgotten. */
    StateChange used(long counter) {
        StateChange moved = StateChange.counter(counter + 1);
        return pending.isPresent() ? moved.without(PENDING, PENDING_UNTIL) : moved;
    }

    StateChange forgetPending() {
        return pending.isPresent() ? StateChange.NONE.without(PENDING, PENDING_UNTIL) : StateChange.NONE;
    }

    static StateChange awaiting(long counter, long until) {
        return StateChange.of(Map.of(PENDING, counter, PENDING_UNTIL, until));
    }
}
