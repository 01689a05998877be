package org.symbolon.policy.enrolment;

import java.time.Instant;

/** What becomes of the date at which a token's PIN is to be changed, now that one is set. */
public sealed interface PinDue {

    /** Nothing. */
    PinDue UNCHANGED = new Unchanged();

    /** There is none any more. */
    PinDue NEVER = new Never();

    static PinDue at(Instant time) {
        return new At(time);
    }

    record Unchanged() implements PinDue {}

    record Never() implements PinDue {}

    record At(Instant time) implements PinDue {}
}
