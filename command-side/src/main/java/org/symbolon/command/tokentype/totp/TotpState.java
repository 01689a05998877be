package org.symbolon.command.tokentype.totp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.command.shared.Truth;
import org.symbolon.command.tokentype.StateEntry;
import org.symbolon.command.tokentype.oath.HashAlgorithm;
import org.symbolon.command.tokentype.oath.OathParameters;
import org.symbolon.events.token.StateChange;
import org.symbolon.events.token.TypeState;

/**
 * What is kept of a TOTP token. All times are in seconds.
 *
 * @param last the step that was used last
 * @param step how long a step is; empty if what was said is no number
 * @param window how far around now a value may lie; empty likewise
 * @param shift by how much the clock of the device is wrong
 * @param learns whether that is followed, empty to leave it to the system
 * @param pending the step of the first of two distant values, until the second comes
 */
record TotpState(
        long last,
        Optional<Long> step,
        Optional<Long> window,
        double shift,
        Optional<Boolean> learns,
        Optional<Long> pending) {

    static final String STEP = "timeStep";
    static final String WINDOW = "timeWindow";
    static final String SHIFT = "timeShift";
    static final String LEARNS = "useTimeShift";
    static final long PRESET_WINDOW = 180;
    private static final String PENDING = "otp1c";
    private static final long LONGEST = 999_999_999;

    static final List<StateEntry> ENTRIES = List.of(
            StateEntry.text(OathParameters.HASH),
            StateEntry.number(STEP),
            StateEntry.number(WINDOW),
            StateEntry.text(SHIFT),
            StateEntry.text(LEARNS),
            StateEntry.number(PENDING));

    static TotpState of(TypeState state) {
        return new TotpState(
                state.count(),
                state.number(STEP).filter(TotpState::isLength),
                window(state),
                state.text(SHIFT).map(TotpState::decimal).orElse(0.0),
                state.text(LEARNS).map(Truth::of),
                state.text(PENDING).map(any -> state.number(PENDING).orElse(-2L)));
    }

    private static Optional<Long> window(TypeState state) {
        return state.text(WINDOW).isEmpty()
                ? Optional.of(PRESET_WINDOW)
                : state.number(WINDOW).filter(TotpState::isLength);
    }

    /** That of a new token; what is no number is kept as it was given. */
    static TypeState begun(
            HashAlgorithm algorithm, String step, String window, String shift, Map<String, Object> ofTwoSteps) {
        Map<String, Object> entries = new HashMap<>(ofTwoSteps);
        entries.put(OathParameters.HASH, algorithm.wireName());
        entries.put(STEP, StateEntry.number(STEP).read(step));
        entries.put(WINDOW, StateEntry.number(WINDOW).read(window));
        entries.put(SHIFT, shift);
        return TypeState.of(0L, entries);
    }

    /** This step is used up. */
    StateChange used(long counter, TimeSteps steps) {
        StateChange moved = StateChange.counter(counter);
        StateChange learned = steps.learnsShift() ? moved.with(SHIFT, steps.shiftFor(counter)) : moved;
        return pending.isPresent() ? learned.without(PENDING) : learned;
    }

    StateChange forgetPending() {
        return StateChange.NONE.without(PENDING);
    }

    static StateChange awaiting(long counter) {
        return StateChange.of(Map.of(PENDING, counter));
    }

    /** The step after this one is the next to be used, and in the middle of this one it is now. */
    static StateChange resynchronised(long counter, TimeSteps steps) {
        return StateChange.counter(counter + 1).with(SHIFT, steps.shiftForMiddleOf(counter));
    }

    /** Whether it can be the length of a step or a window. */
    static boolean isLength(long seconds) {
        return seconds > 0 && seconds <= LONGEST;
    }

    private static double decimal(String text) {
        return text.matches("-?\\d{1,12}(\\.\\d{1,9})?") ? Double.parseDouble(text) : 0.0;
    }
}
