package org.symbolon.query.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads the events of one thing, the oldest first, and keeps the changes of one page, so that the length of a history does
 * not matter.
 */
final class ChangeReader {

    private final ChangeHistory query;
    private final long from;
    private final long to;
    private final Map<String, Object> fields = new TreeMap<>();
    private final Deque<Change> kept = new ArrayDeque<>();
    private long told;

    private ChangeReader(ChangeHistory query, long from, long to) {
        this.query = query;
        this.from = from;
        this.to = to;
    }

    /** Only counts. */
    static ChangeReader counting(ChangeHistory query) {
        return new ChangeReader(query, 0, 0);
    }

    /** Keeps the page that was asked for, of a history of that many changes. */
    static ChangeReader keeping(ChangeHistory query, long count) {
        long to = count - query.paging().offset();
        return new ChangeReader(query, to - query.paging().size(), to);
    }

    /** An event of another aggregate is told of only if it changed this thing. */
    void read(PastEvent event) {
        Map<String, Object> before = new TreeMap<>(fields);
        if (!query.reading().apply(fields, event.event())) {
            return;
        }
        boolean isOwn = query.own().contains(event.aggregate());
        if (!isOwn && before.equals(fields)) {
            return;
        }
        if (told >= from && told < to) {
            kept.addFirst(new Change(event.entry(), Difference.between(before, fields)));
        }
        told++;
    }

    long count() {
        return told;
    }

    List<Change> newestFirst() {
        return List.copyOf(kept);
    }
}
