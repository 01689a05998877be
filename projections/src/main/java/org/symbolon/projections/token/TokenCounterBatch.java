package org.symbolon.projections.token;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.shared.RowId;

/**
 * What a batch of events changes of tokens' counters and info, the last value of each. It leaves the rows that it would
 * leave if every event were written by itself: an entry that is there keeps its number, and one that was removed comes
 * back under the number of the event that wrote it again.
 */
final class TokenCounterBatch {

    private final Map<Integer, Counters> counters = new LinkedHashMap<>();
    private final Map<InfoTable.Entry, PendingEntry> entries = new LinkedHashMap<>();

    void count(int tokenId, long count) {
        counters(tokenId).count = count;
    }

    void failCount(int tokenId, int failCount) {
        counters(tokenId).failCount = failCount;
    }

    void inform(int tokenId, InfoChanges changes, long position) {
        for (InfoChange change : changes.trailing()) {
            PendingEntry entry =
                    entries.computeIfAbsent(new InfoTable.Entry(tokenId, change.key()), key -> new PendingEntry());
            if (change.value() == null) {
                entry.remove();
            } else {
                entry.write(RowId.of(position, change.ordinal()), change.value(), change.type());
            }
        }
    }

    void write(JdbcOperations jdbc) {
        Set<Integer> tokens = lockedTokens(jdbc);
        if (tokens.isEmpty()) {
            return;
        }
        writeCounters(jdbc);
        List<InfoTable.Entry> removed = new ArrayList<>();
        List<InfoTable.Row> written = new ArrayList<>();
        entries.forEach((key, entry) -> {
            if (!tokens.contains(key.tokenId())) {
                return;
            }
            if (entry.removed) {
                removed.add(key);
            }
            if (entry.value != null) {
                written.add(new InfoTable.Row(entry.id, key.tokenId(), key.key(), entry.value, entry.type));
            }
        });
        InfoTable info = new InfoTable(jdbc);
        info.remove(removed);
        info.write(written);
    }

    /**
     * The tokens that are still there. They cannot be deleted before this batch ends; the order is that in which commands
     * take several tokens.
     */
    private Set<Integer> lockedTokens(JdbcOperations jdbc) {
        Set<Integer> named = new TreeSet<>(counters.keySet());
        entries.keySet().forEach(entry -> named.add(entry.tokenId()));
        return Set.copyOf(jdbc.queryForList(
                "select id from token where id = any(cast(? as integer[])) order by serial for no key update",
                Integer.class,
                (Object) named.toArray(Integer[]::new)));
    }

    private void writeCounters(JdbcOperations jdbc) {
        jdbc.update(
                """
                update token set count = coalesce(changed.count, token.count),
                    failcount = coalesce(changed.failcount, token.failcount)
                from unnest(cast(? as integer[]), cast(? as bigint[]), cast(? as integer[]))
                    as changed (id, count, failcount)
                where token.id = changed.id
                """,
                counters.keySet().toArray(Integer[]::new),
                counters.values().stream().map(counter -> counter.count).toArray(Long[]::new),
                counters.values().stream().map(counter -> counter.failCount).toArray(Integer[]::new));
    }

    private Counters counters(int tokenId) {
        return counters.computeIfAbsent(tokenId, id -> new Counters());
    }

    private static final class Counters {

        private Long count;
        private Integer failCount;
    }

    private static final class PendingEntry {

        private boolean removed;
        private long id;
        private String value;
        private String type;

        private void remove() {
            removed = true;
            value = null;
        }

        private void write(long newId, String newValue, String newType) {
            if (value == null) {
                id = newId;
            }
            value = newValue;
            type = newType;
        }
    }
}
