package org.symbolon.query.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.FailLimitChanged;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDescribed;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenRealmsChanged;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;

/**
 * What people know of a token, as it was at some moment; what its log-ins count is not among it.
 *
 * @param owner null where it belonged to nobody
 */
public record PastToken(
        String serial,
        String type,
        String description,
        boolean active,
        int failLimit,
        String rolloutState,
        Map<String, String> info,
        List<String> realms,
        TokenOwner owner) {

    /** The events that are to be read. */
    static final List<String> EVENTS = List.of(
            "TokenEnrolled",
            "TokenReenrolled",
            "EnrolmentVerified",
            "TokenAssigned",
            "TokenUnassigned",
            "TokenDescribed",
            "TokenRealmsChanged",
            "TokenEnabled",
            "TokenDisabled",
            "TokenRevoked",
            "FailLimitChanged",
            "TokenDeleted");

    private static final String FINISHED = "enrolled";

    /** What it became by an event; empty where it was deleted. */
    public static Optional<PastToken> after(Optional<PastToken> before, Object event) {
        if (event instanceof TokenEnrolled enrolled) {
            return Optional.of(of(enrolled));
        }
        return event instanceof TokenDeleted ? Optional.empty() : before.map(token -> token.after(event));
    }

    private static PastToken of(TokenEnrolled event) {
        return new PastToken(
                event.serial(),
                event.type(),
                event.description(),
                event.active(),
                event.failLimit(),
                event.rolloutState(),
                event.info(),
                event.realms(),
                event.owner());
    }

    private PastToken after(Object event) {
        if (event instanceof TokenReenrolled again) {
            return after(again);
        }
        if (event instanceof EnrolmentVerified) {
            return with(description, active, FINISHED, realms, owner);
        }
        if (event instanceof TokenAssigned assigned) {
            return with(
                    description, active, rolloutState, List.of(assigned.owner().realm()), assigned.owner());
        }
        if (event instanceof TokenUnassigned) {
            return with(description, active, rolloutState, realms, null);
        }
        if (event instanceof TokenDescribed described) {
            return with(described.description(), active, rolloutState, realms, owner);
        }
        if (event instanceof TokenRealmsChanged changed) {
            return with(description, active, rolloutState, changed.realms(), owner);
        }
        return afterSwitching(event);
    }

    private PastToken afterSwitching(Object event) {
        if (event instanceof TokenEnabled) {
            return with(description, true, rolloutState, realms, owner);
        }
        if (event instanceof TokenDisabled || event instanceof TokenRevoked) {
            return with(description, false, rolloutState, realms, owner);
        }
        return event instanceof FailLimitChanged changed
                ? new PastToken(
                        serial, type, description, active, changed.failLimit(), rolloutState, info, realms, owner)
                : this;
    }

    private PastToken after(TokenReenrolled again) {
        return new PastToken(
                serial,
                type,
                Objects.requireNonNullElse(again.description(), description),
                active,
                again.failLimit(),
                again.rolloutState(),
                both(info, again.info()),
                again.realms(),
                again.owner() == null ? owner : again.owner());
    }

    private static Map<String, String> both(Map<String, String> info, Map<String, String> more) {
        Map<String, String> both = new HashMap<>(info);
        both.putAll(more);
        return both;
    }

    private PastToken with(
            String newDescription, boolean nowActive, String state, List<String> newRealms, TokenOwner newOwner) {
        return new PastToken(serial, type, newDescription, nowActive, failLimit, state, info, newRealms, newOwner);
    }

    /** Whether its enrolment was finished, so that it could be used. */
    public boolean isFinished() {
        return rolloutState.isEmpty() || rolloutState.equals(FINISHED);
    }
}
