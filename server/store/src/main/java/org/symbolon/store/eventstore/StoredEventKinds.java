package org.symbolon.store.eventstore;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.symbolon.events.EventFamilies;
import org.symbolon.events.EventUpcasters;
import org.symbolon.projections.shared.LaterVersionException;

/**
 * Which kinds of events are stored. A server begins only where it knows them all: what a later version has written would be decided
 * about by one that does not understand it. The stream is not read for that; each kind is one step through an index.
 */
public final class StoredEventKinds {

    static final String NAMES =
            """
            with recursive kind (name) as (
                (select payload_type from domain_event where %1$s order by payload_type limit 1)
                union all
                select next.payload_type from kind cross join lateral (
                    select payload_type from domain_event where %1$s and payload_type > kind.name
                    order by payload_type limit 1) as next)
            select name from kind
            """
                    .formatted("payload_type not in ('OtpAccepted', 'OtpConsumed', 'OtpRejected', 'RequestAnswered')");

    static final String REVISIONS =
            """
            with recursive kind (name, revision) as (
                (select payload_type, payload_revision from domain_event where %1$s
                order by payload_type, payload_revision limit 1)
                union all
                select next.payload_type, next.payload_revision from kind cross join lateral (
                    select payload_type, payload_revision from domain_event
                    where %1$s and (payload_type, payload_revision) > (kind.name, kind.revision)
                    order by payload_type, payload_revision limit 1) as next)
            select name, revision from kind
            """
                    .formatted(
                            """
                            payload_revision <> '1'
                            and (payload_type not in ('OtpAccepted', 'OtpConsumed', 'OtpRejected') or payload_revision <> '2')
                            """);

    private final JdbcClient jdbc;

    public StoredEventKinds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Refuses a store with events that this program does not know.
     *
     * @throws LaterVersionException if there are events of unknown names or of later revisions
     */
    public void requireKnown() {
        List<String> unknown = new ArrayList<>();
        jdbc.sql(NAMES).query(String.class).list().stream()
                .filter(name -> !EventFamilies.byName().containsKey(name))
                .map(name -> "%s (first at index %d)".formatted(name, first("payload_type = ?", name)))
                .forEach(unknown::add);
        jdbc
                .sql(REVISIONS)
                .query((row, number) -> new Kind(row.getString("name"), row.getString("revision")))
                .list()
                .stream()
                .filter(Kind::isLater)
                .map(kind -> "%s in revision %s (first at index %d)"
                        .formatted(
                                kind.name(),
                                kind.revision(),
                                first("payload_type = ? and payload_revision = ?", kind.name(), kind.revision())))
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw new LaterVersionException(
                    "the store has events that a later version of Symbolon has written, and this program does not know: "
                            + String.join(", ", unknown));
        }
    }

    private long first(String condition, Object... values) {
        return jdbc.sql("select min(global_index) from domain_event where " + condition)
                .params(values)
                .query(Long.class)
                .single();
    }

    /** A name with a revision beyond the first. */
    private record Kind(String name, String revision) {

        /** An unknown name has been found already. */
        boolean isLater() {
            return EventFamilies.byName().containsKey(name)
                    && !(revision.matches("\\d{1,4}") && Integer.parseInt(revision) <= EventUpcasters.newest(name));
        }
    }
}
