package org.symbolon.projections.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpRejected;
import org.symbolon.events.token.TypeState;

/**
 * What one event does to the rows of a token's info. What its type keeps, and some keys beside, log-ins write all the time: those
 * belong to the trailing projector, all others to the inline one. Both number the entries of an event alike, so that their
 * rows never share a number.
 */
final class InfoChanges {

    static final String EXCEEDED = "failcounter_exceeded";
    private static final String LAST_USE = "last_auth";
    private static final String ATTEMPTS = "count_auth";
    private static final String SUCCESSES = "count_auth_success";
    private static final Set<String> TRAILING = Set.of(EXCEEDED, LAST_USE, ATTEMPTS, SUCCESSES);
    private static final String CENSORED = "__CENSORED__";
    private static final String PASSWORD = "password";

    private final List<InfoChange> trailing = new ArrayList<>();
    private final List<InfoChange> inline = new ArrayList<>();

    private InfoChanges(Map<String, String> plain, Map<String, Object> kept) {
        SortedMap<String, Object> all = new TreeMap<>(plain);
        all.putAll(kept);
        int ordinal = 0;
        for (Map.Entry<String, Object> entry : all.entrySet()) {
            boolean trails = kept.containsKey(entry.getKey()) || TRAILING.contains(entry.getKey());
            (trails ? trailing : inline).add(change(entry.getKey(), entry.getValue(), ordinal));
            ordinal++;
        }
    }

    private static InfoChange change(String key, Object value, int ordinal) {
        if (value == null) {
            return new InfoChange(key, null, "", ordinal);
        }
        return value instanceof Sealed
                ? new InfoChange(key, CENSORED, PASSWORD, ordinal)
                : new InfoChange(key, TypeState.shown(value), "", ordinal);
    }

    static InfoChanges writing(Map<String, String> entries) {
        return new InfoChanges(entries, Map.of());
    }

    /** What a type keeps. */
    static InfoChanges keeping(SortedMap<String, Object> kept) {
        return new InfoChanges(Map.of(), kept);
    }

    static InfoChanges removing(Collection<String> keys) {
        SortedMap<String, String> values = new TreeMap<>();
        keys.forEach(key -> values.put(key, null));
        return writing(values);
    }

    static InfoChanges enrolling(Map<String, String> entries, TypeState state) {
        return new InfoChanges(entries, state.entries());
    }

    /** A token that was enrolled again forgets that its fail counter was full. */
    static InfoChanges reenrolling(Map<String, String> entries, TypeState state) {
        SortedMap<String, String> values = new TreeMap<>();
        values.put(EXCEEDED, null);
        values.putAll(entries);
        return new InfoChanges(values, state.entries());
    }

    static InfoChanges accepting(OtpAccepted event, Instant time) {
        SortedMap<String, String> values = new TreeMap<>();
        values.put(LAST_USE, InfoTimes.toMicroseconds(time));
        values.put(EXCEEDED, null);
        putPositive(values, ATTEMPTS, event.authCount());
        putPositive(values, SUCCESSES, event.successCount());
        return new InfoChanges(values, event.change().entries());
    }

    static InfoChanges rejecting(OtpRejected event) {
        SortedMap<String, String> values = new TreeMap<>();
        putPositive(values, ATTEMPTS, event.authCount());
        return new InfoChanges(values, event.change().entries());
    }

    List<InfoChange> trailing() {
        return trailing;
    }

    List<InfoChange> inline() {
        return inline;
    }

    private static void putPositive(SortedMap<String, String> values, String key, int count) {
        if (count > 0) {
            values.put(key, Integer.toString(count));
        }
    }
}
