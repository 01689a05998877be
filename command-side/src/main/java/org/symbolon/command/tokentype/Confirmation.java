package org.symbolon.command.tokentype;

import java.time.Duration;
import java.util.Map;
import org.symbolon.events.token.StateChange;

/**
 * What an answer means that came by another way than the log-in that waits for it.
 *
 * @param grace for how long the log-in may still come, however soon its challenge would end; zero for no longer than that
 * @param told what the device is told, under the names of the wire
 */
public record Confirmation(Outcome outcome, StateChange change, Duration grace, Map<String, Object> told) {

    /** What somebody has answered. */
    public enum Outcome {
        RIGHT,
        WRONG,
        /** It may be a guess, and counts as one: the fail counter of the token grows. */
        GUESSED,
        /** It was not he who wants to log in. */
        DECLINED,
        /** It was he, but he does not want to any more. */
        CANCELLED,
        /** It was he, and he has still to show where he logs in what his device is told: that alone decides. */
        HALF
    }

    public Confirmation {
        told = Map.copyOf(told);
    }

    /** One of which the device is told nothing. */
    public Confirmation(Outcome outcome, StateChange change) {
        this(outcome, change, Duration.ZERO, Map.of());
    }

    public static Confirmation of(Outcome outcome) {
        return new Confirmation(outcome, StateChange.NONE);
    }

    /** The same for a log-in that may still come for so long. */
    public Confirmation within(Duration patience) {
        return new Confirmation(outcome, change, patience, told);
    }

    /** Shows nothing that a device is told. */
    @Override
    public String toString() {
        return "Confirmation[" + outcome + "]";
    }
}
