package org.symbolon.store.eventstore;

import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.store.vault.MasterKey;

/**
 * Has another master key vouch for what one has vouched for: the MACs of events, snapshots and corrections are made anew, so that the
 * former key is worth nothing any more. What it did not vouch for stays as it is, and is as forged as before. No event changes: a MAC
 * is over the digest that stands beside it.
 */
public final class Revouching {

    private static final int BATCH = 5_000;

    private final JdbcOperations jdbc;
    private final MasterKey former;
    private final MasterKey next;
    private final EventAuthenticator before;
    private final EventAuthenticator after;

    public Revouching(JdbcOperations jdbc, MasterKey former, MasterKey next) {
        this.jdbc = jdbc;
        this.former = former;
        this.next = next;
        this.before = new EventAuthenticator(former);
        this.after = new EventAuthenticator(next);
    }

    private static final class Vouched {

        private final Object key;
        private final byte[] digest;
        private final byte[] mac;

        private Vouched(Object key, byte[] digest, byte[] mac) {
            this.key = key;
            this.digest = digest;
            this.mac = mac;
        }
    }

    /** All events, in the current transaction; answers how many were vouched for. The progress hears of the last index. */
    public long events(LongConsumer progress) {
        long number = 0;
        long last = 0;
        List<Vouched> page;
        do {
            page = page("global_index", "domain_event", last);
            number += write(
                    "global_index",
                    "domain_event",
                    "bigint",
                    page.stream()
                            .filter(one -> before.isMacOfEvent(one.digest, one.mac))
                            .toList(),
                    after::macOfEvent);
            last = page.isEmpty() ? last : (Long) page.get(page.size() - 1).key;
            progress.accept(last);
        } while (page.size() == BATCH);
        return number;
    }

    /** All snapshots, as the events. */
    public void snapshots() {
        String last = "";
        List<Vouched> page;
        do {
            page = page("event_identifier", "snapshot_event", last);
            write(
                    "event_identifier",
                    "snapshot_event",
                    "varchar",
                    page.stream()
                            .filter(one -> before.isMacOfSnapshot(one.digest, one.mac))
                            .toList(),
                    after::macOfSnapshot);
            last = page.isEmpty() ? last : (String) page.get(page.size() - 1).key;
        } while (page.size() == BATCH);
    }

    /** All corrections that hold. */
    public void corrections() {
        EventCorrections others = new EventCorrections(jdbc, next);
        for (EventCorrection correction :
                new EventCorrections(jdbc, former).all().genuine()) {
            jdbc.query(
                            "select * from domain_event where global_index = ?",
                            (row, number) -> EventFields.of(row),
                            correction.index())
                    .forEach(found -> others.add(correction, found));
        }
    }

    private List<Vouched> page(String key, String table, Object after) {
        return jdbc.query(
                "select %1$s, digest, mac from %2$s where %1$s > ? order by %1$s limit ?".formatted(key, table),
                (row, number) -> new Vouched(row.getObject(1), row.getBytes(2), row.getBytes(3)),
                after,
                BATCH);
    }

    private interface Maker {
        byte[] macOf(byte[] digest);
    }

    private int write(String key, String table, String type, List<Vouched> vouched, Maker maker) {
        String sql =
                "update %2$s set mac = fresh.mac from unnest(cast(? as text[])::%3$s[], ?) as fresh (%1$s, mac) where %2$s.%1$s = fresh.%1$s"
                        .formatted(key, table, type);
        return jdbc.update(
                sql,
                vouched.stream().map(one -> one.key.toString()).toArray(String[]::new),
                vouched.stream().map(one -> maker.macOf(one.digest)).toArray(byte[][]::new));
    }
}
