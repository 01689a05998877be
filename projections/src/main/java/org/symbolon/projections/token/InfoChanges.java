package org.symbolon.projections.token;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.symbolon.events.token.OtpAccepted;
import org.symbolon.events.token.OtpRejected;

/**
 * What one event does to a token's info. Log-ins write some keys all the time: those belong to the trailing projector,
 * all others to the inline one. Both number the entries of an event alike, so that their rows never share a number.
 */
final class InfoChanges {

    static final String EXCEEDED = "failcounter_exceeded";
    private static final String LAST_USE = "last_auth";
    private static final String ATTEMPTS = "count_auth";
    private static final String SUCCESSES = "count_auth_success";
    private static final Set<String> TRAILING =
            Set.of(EXCEEDED, LAST_USE, ATTEMPTS, SUCCESSES, "timeShift", "otp1c", "dueDate");

    private final List<InfoChange> changes;

    private InfoChanges(SortedMap<String, String> values) {
        List<InfoChange> numbered = new ArrayList<>();
        values.forEach((key, value) -> numbered.add(new InfoChange(key, value, numbered.size())));
        changes = List.copyOf(numbered);
    }

    static InfoChanges writing(Map<String, String> entries) {
        return new InfoChanges(new TreeMap<>(entries));
    }

    static InfoChanges removing(Collection<String> keys) {
        SortedMap<String, String> values = new TreeMap<>();
        keys.forEach(key -> values.put(key, null));
        return new InfoChanges(values);
    }

    /** A token that was enrolled again forgets that its fail counter was full. */
    static InfoChanges reenrolling(Map<String, String> entries) {
        SortedMap<String, String> values = new TreeMap<>();
        values.put(EXCEEDED, null);
        values.putAll(entries);
        return new InfoChanges(values);
    }

    static InfoChanges accepting(OtpAccepted event, Instant time) {
        SortedMap<String, String> values = new TreeMap<>();
        values.put(LAST_USE, InfoTimes.toMicroseconds(time));
        values.put(EXCEEDED, null);
        putPositive(values, ATTEMPTS, event.authCount());
        putPositive(values, SUCCESSES, event.successCount());
        values.putAll(event.learned());
        return new InfoChanges(values);
    }

    static InfoChanges rejecting(OtpRejected event) {
        SortedMap<String, String> values = new TreeMap<>();
        putPositive(values, ATTEMPTS, event.authCount());
        values.putAll(event.learned());
        return new InfoChanges(values);
    }

    List<InfoChange> trailing() {
        return changes.stream()
                .filter(change -> TRAILING.contains(change.key()))
                .toList();
    }

    List<InfoChange> inline() {
        return changes.stream()
                .filter(change -> !TRAILING.contains(change.key()))
                .toList();
    }

    private static void putPositive(SortedMap<String, String> values, String key, int count) {
        if (count > 0) {
            values.put(key, Integer.toString(count));
        }
    }
}
