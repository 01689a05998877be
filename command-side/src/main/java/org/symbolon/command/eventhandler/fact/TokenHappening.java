package org.symbolon.command.eventhandler.fact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenEvent;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;

/**
 * What can have happened to a token that handlers listen to, whatever request, log-in or task it came of. The events of requests have
 * other names: those say what somebody wants, these what has come of it.
 */
public enum TokenHappening {
    ENROLLED("token_enrolled"),
    ASSIGNED("token_assigned"),
    UNASSIGNED("token_unassigned"),
    DELETED("token_deleted"),
    PIN_CHANGED("token_pin_changed"),
    LOCKED("token_locked"),
    DISABLED("token_disabled"),
    ENABLED("token_enabled"),
    REVOKED("token_revoked");

    private final String event;

    TokenHappening(String event) {
        this.event = event;
    }

    /** Which of them a fact is; empty for all else. An enrolment may still be unfinished. */
    public static Optional<TokenHappening> of(TokenEvent fact) {
        if (fact instanceof TokenEnrolled || fact instanceof TokenReenrolled || fact instanceof EnrolmentVerified) {
            return Optional.of(ENROLLED);
        }
        if (fact instanceof TokenAssigned) {
            return Optional.of(ASSIGNED);
        }
        if (fact instanceof TokenUnassigned) {
            return Optional.of(UNASSIGNED);
        }
        if (fact instanceof TokenDeleted) {
            return Optional.of(DELETED);
        }
        if (fact instanceof PinChanged) {
            return Optional.of(PIN_CHANGED);
        }
        if (fact instanceof FailLimitReached) {
            return Optional.of(LOCKED);
        }
        return stateOf(fact);
    }

    private static Optional<TokenHappening> stateOf(TokenEvent fact) {
        if (fact instanceof TokenDisabled) {
            return Optional.of(DISABLED);
        }
        if (fact instanceof TokenEnabled) {
            return Optional.of(ENABLED);
        }
        return fact instanceof TokenRevoked ? Optional.of(REVOKED) : Optional.empty();
    }

    /** The names of all, in the order in which they are shown. */
    public static List<String> names() {
        return Stream.of(values()).map(TokenHappening::event).toList();
    }

    public static boolean isOne(String event) {
        return names().contains(event);
    }

    /** As definitions name it. */
    public String event() {
        return event;
    }

    /** Whether the token is its owner's no more, so that it counts as it was before. */
    public boolean takesAway() {
        return this == UNASSIGNED || this == DELETED;
    }
}
