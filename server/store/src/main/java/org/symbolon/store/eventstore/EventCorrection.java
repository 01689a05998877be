package org.symbolon.store.eventstore;

import java.util.Arrays;
import java.util.Optional;

/** What an administrator has decided about an event that cannot be read. It stands beside the event, which stays as it is. */
public final class EventCorrection {

    /** What is to become of the event. */
    public enum Kind {
        /** It counts for nothing. */
        SKIP,
        /** It is read with another payload. */
        REPAIR
    }

    private final long index;
    private final Kind kind;
    private final byte[] sealed;
    private final String payload;
    private final String reason;
    private final String actor;
    private final String time;

    EventCorrection(long index, Kind kind, byte[] sealed, String payload, String reason, String actor, String time) {
        this.index = index;
        this.kind = kind;
        this.sealed = sealed.clone();
        this.payload = payload;
        this.reason = reason;
        this.actor = actor;
        this.time = time;
    }

    public long index() {
        return index;
    }

    public boolean isRepair() {
        return kind == Kind.REPAIR;
    }

    Kind kind() {
        return kind;
    }

    /** The digest that the sealed stream has, or will have, for the event. */
    public byte[] sealed() {
        return sealed.clone();
    }

    Optional<String> payload() {
        return Optional.ofNullable(payload);
    }

    String reason() {
        return reason;
    }

    String actor() {
        return actor;
    }

    String time() {
        return time;
    }

    /** What is read in the place of what was found. */
    EventFields applied(EventFields found) {
        return kind == Kind.REPAIR ? found.withPayload(payload) : found;
    }

    /** What was decided, as a sentence. */
    public String sentence() {
        String what = kind == Kind.SKIP ? "was left out" : "was repaired";
        String why = reason.isEmpty() ? "" : ": " + reason;
        return ("Event " + index + " " + what + " at " + time + " by " + actor + why).replaceAll("\\p{Cntrl}", "?")
                + ".";
    }

    @Override
    public String toString() {
        return "EventCorrection[index=" + index + ", kind=" + kind + ", sealed=" + Arrays.hashCode(sealed) + "]";
    }
}
