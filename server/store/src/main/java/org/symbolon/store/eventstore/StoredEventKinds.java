package org.symbolon.store.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final EventCorrections corrections;

    public StoredEventKinds(JdbcClient jdbc, EventCorrections corrections) {
        this.jdbc = jdbc;
        this.corrections = corrections;
    }

    /**
     * Refuses a store with events that this program does not know, and that no administrator has decided about.
     *
     * @throws LaterVersionException if there are events of unknown names or of later revisions
     */
    public void requireKnown() {
        List<String> unknown = new ArrayList<>();
        jdbc.sql(NAMES).query(String.class).list().stream()
                .filter(name -> !EventFamilies.byName().containsKey(name))
                .flatMap(
                        name -> first("payload_type = ?", name)
                                .map(index -> "%s (first at index %d)".formatted(name, index))
                                .stream())
                .forEach(unknown::add);
        jdbc
                .sql(REVISIONS)
                .query((row, number) -> new Kind(row.getString("name"), row.getString("revision")))
                .list()
                .stream()
                .filter(Kind::isLater)
                .flatMap(kind -> first("payload_type = ? and payload_revision = ?", kind.name(), kind.revision())
                        .map(index ->
                                "%s in revision %s (first at index %d)".formatted(kind.name(), kind.revision(), index))
                        .stream())
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw new LaterVersionException(
                    "the store has events that a later version of Symbolon has written, and this program does not know: "
                            + String.join(", ", unknown));
        }
    }

    /** The first that no administrator has decided about. */
    private Optional<Long> first(String condition, Object... values) {
        Long[] corrected =
                corrections.all().genuine().stream().map(EventCorrection::index).toArray(Long[]::new);
        return jdbc
                .sql("select global_index from domain_event where " + condition
                        + " and global_index <> all (cast(? as bigint[])) order by global_index limit 1")
                .params(values)
                .param((Object) corrected)
                .query(Long.class)
                .list()
                .stream()
                .findFirst();
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
