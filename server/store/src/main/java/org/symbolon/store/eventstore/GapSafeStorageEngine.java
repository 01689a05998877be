package org.symbolon.store.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.symbolon.projections.shared.UnreadableEvent;
import org.symbolon.projections.shared.UnreadableEvent.Reason;
import org.symbolon.projections.token.TrailingOnly;
import org.symbolon.query.history.Vouching;

/**
 * Axon's JDBC engine with four differences. The stream is read in the strict order of the global index, and reading stops
 * at a hole until it is proven that the hole will stay one: no event is ever skipped, and none comes late. Events that are all
 * there is to a transaction are appended and committed in one round trip. What ends with a page that is not full is not asked for
 * more. And whatever is stored is vouched for, and whatever is read is held to that.
 */
@Component
final class GapSafeStorageEngine extends JdbcEventStorageEngine {

    private static final int BATCH = 500;

    /** More events than this are appended by Axon, in batches. */
    private static final int MOST_AT_ONCE = 8;

    /** How often a hole is looked at again at once, a millisecond apart, before the reader waits for its next call. */
    private static final int PATIENCE = 25;

    private static final String FIELDS = Vouching.COLUMNS;
    private static final String FETCH = "select global_index, " + FIELDS
            + " from domain_event where global_index > ? order by global_index limit ?";
    private static final String OF_AGGREGATE = "select global_index, " + FIELDS
            + " from domain_event where aggregate_identifier = ?"
            + " and sequence_number >= ? order by sequence_number limit ?";
    private static final String SNAPSHOTS = "select " + FIELDS + " from snapshot_event where aggregate_identifier = ?"
            + " order by sequence_number desc";

    private final TransactionManager transactions;
    private final EventAuthenticator authenticator;
    private final EventInsert insert;
    private final EventReading reading;
    private final ReadableEvents readable;
    private final Holes holes = new Holes();

    GapSafeStorageEngine(
            @Qualifier("eventSerializer") Serializer serializer,
            PersistenceExceptionResolver resolver,
            ConnectionProvider connections,
            TransactionManager transactions,
            Configuration configuration,
            EventAuthenticator authenticator,
            EventInsert insert,
            EventReading reading,
            ReadableEvents readable) {
        super(builder()
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .upcasterChain(new StoredUpcaster())
                .snapshotFilter(configuration.snapshotFilter())
                .persistenceExceptionResolver(resolver)
                .connectionProvider(connections)
                .transactionManager(transactions)
                .dataType(String.class)
                .batchSize(BATCH)
                .finalAggregateBatchPredicate(batch -> batch.size() < BATCH)
                .schema(StoredEvents.SCHEMA)
                .appendEvents((connection, schema, dataType, events, writing, timestamps) ->
                        insert.batch(connection, events, writing))
                .appendSnapshot((connection, schema, dataType, snapshot, writing, timestamps) ->
                        insert.snapshot(connection, snapshot, writing))
                .readEventDataForAggregate(
                        (connection, schema, aggregate, first, most) -> ofAggregate(connection, aggregate, first, most))
                .readSnapshotData((connection, schema, aggregate) -> snapshots(connection, aggregate)));
        this.transactions = transactions;
        this.authenticator = authenticator;
        this.insert = insert;
        this.reading = reading;
        this.readable = readable;
    }

    private static PreparedStatement ofAggregate(Connection connection, String aggregate, long first, int most)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(OF_AGGREGATE);
        statement.setString(1, aggregate);
        statement.setLong(2, first);
        statement.setInt(3, most);
        return statement;
    }

    private static PreparedStatement snapshots(Connection connection, String aggregate) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(SNAPSHOTS);
        statement.setString(1, aggregate);
        return statement;
    }

    /** Throws {@link UnreadableEventException} for one that cannot be read: nobody decides without it. */
    @Override
    protected DomainEventData<?> getDomainEventData(ResultSet row) throws SQLException {
        return reading.of(row, row.getLong("global_index")).forDecisions().entry();
    }

    @Override
    public DomainEventStream readEvents(String aggregate, long first) {
        DomainEventStream events = super.readEvents(aggregate, first);
        return DomainEventStream.of(events.asStream().map(readable::forDecisions), events::getLastSequenceNumber);
    }

    /** Axon's own way along the stream, as strict as that of the readers here ({@link #page}), who need to know where it ends. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken position, boolean mayBlock) {
        return super.readEvents(position, mayBlock).map(readable::inStream);
    }

    /** As {@link ReadableEvents#instead(long, Reason, String)} for one on which a read model fails. */
    TrackedEventMessage<?> unprojectable(TrackedEventMessage<?> event, String detail) {
        return readable.instead(ReadAhead.positionOf(event), Reason.UNPROJECTABLE, detail);
    }

    /** Axon takes one that cannot be read for none, and reads all events. */
    @Override
    protected DomainEventData<?> getSnapshotData(ResultSet row) throws SQLException {
        return authenticator.verifiedSnapshot(row).entry();
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!isWholeTransaction(events)) {
            super.appendEvents(events, serializer);
            return;
        }
        transactions.executeInTransaction(() -> {
            try {
                new CommittingInsert(insert, serializer).execute(getConnection(), events);
            } catch (SQLException e) {
                handlePersistenceException(e, events.get(0));
            }
        });
    }

    /** A unit of work inside another one must leave the commit to it, and nothing else may be written for these events. */
    private boolean isWholeTransaction(List<? extends EventMessage<?>> events) {
        return !events.isEmpty()
                && events.size() <= MOST_AT_ONCE
                && CurrentUnitOfWork.isStarted()
                && CurrentUnitOfWork.get().isRoot()
                && events.stream().allMatch(event -> TrailingOnly.test(event.getPayload()));
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(TrackingToken lastToken, int batchSize) {
        return look(behind(lastToken), batchSize).found();
    }

    /**
     * Some of the stream, in its order.
     *
     * @param more whether there may be more already: there were as many as were asked for, or a hole is in the way that may still be
     *     filled
     */
    record Page(List<TrackedEventMessage<?>> events, boolean more) {}

    /** At most a batch of what is behind a position; in the place of an event that cannot be read stands an {@link UnreadableEvent}. */
    Page page(TrackingToken position) {
        return page(behind(position), BATCH);
    }

    /** As {@link #page(TrackingToken)}, with at most so many. */
    Page page(long after, int most) {
        Look look = look(after, most);
        return new Page(messages(look.found()), look.more());
    }

    /** The tail's token, too, is before all events. */
    private static long behind(TrackingToken token) {
        return token == null ? 0 : Math.max(0, token.position().orElse(0));
    }

    private record Look(List<TrackedEventData<?>> found, boolean more) {}

    private Look look(long after, int most) {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            List<TrackedEventData<?>> events = new ArrayList<>();
            boolean stoppedAtHole = transactions.fetchInTransaction(() -> fetch(after, most, events));
            if (!events.isEmpty() || !stoppedAtHole) {
                return new Look(events, stoppedAtHole || events.size() == most);
            }
            if (!pause()) {
                break;
            }
        }
        return new Look(List.of(), false);
    }

    private List<TrackedEventMessage<?>> messages(List<TrackedEventData<?>> events) {
        return EventUtils.upcastAndDeserializeTrackedEvents(events.stream(), getEventSerializer(), upcasterChain)
                .<TrackedEventMessage<?>>map(readable::inStream)
                .toList();
    }

    /** Some of the events of these names behind a position, without regard to holes: for those who look at the past. */
    List<TrackedEventMessage<?>> named(Set<String> names, long after, int most) {
        return found("global_index > ? order by global_index limit ?", names, statement -> {
            statement.setLong(1, after);
            statement.setInt(2, most);
        });
    }

    /** All events of these names that happened to these aggregates up to a position. */
    List<TrackedEventMessage<?>> happenedTo(Set<String> aggregates, Set<String> names, long until) {
        return found("aggregate_identifier = any (?) and global_index <= ? order by global_index", names, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("varchar", aggregates.toArray()));
            statement.setLong(2, until);
        });
    }

    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private List<TrackedEventMessage<?>> found(String condition, Set<String> names, Filling filling) {
        String sql = "select global_index, " + FIELDS + " from domain_event where payload_type in ('"
                + String.join("', '", names) + "') and " + condition;
        List<TrackedEventData<?>> events = new ArrayList<>();
        transactions.executeInTransaction(() -> {
            try (PreparedStatement statement = getConnection().prepareStatement(sql)) {
                filling.fill(statement);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        events.add(tracked(rows, rows.getLong(1)));
                    }
                }
            } catch (SQLException e) {
                throw unreadable(e);
            }
        });
        return messages(events);
    }

    /** The position behind all events. */
    long end() {
        return transactions.fetchInTransaction(() -> {
            try (PreparedStatement statement = getConnection()
                            .prepareStatement("select coalesce(max(global_index), 0) from domain_event");
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1) + 1;
            } catch (SQLException e) {
                throw unreadable(e);
            }
        });
    }

    /** Where the first event at or behind a position is, and when it happened; empty at the end. */
    Optional<Landmark> firstFrom(long position) {
        String sql = "select global_index, time_stamp from domain_event where global_index >= ? order by global_index"
                + " limit 1";
        return transactions.fetchInTransaction(() -> {
            try (PreparedStatement statement = getConnection().prepareStatement(sql)) {
                statement.setLong(1, position);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new Landmark(row.getLong(1), DateTimeUtils.parseInstant(row.getString(2))))
                            : Optional.empty();
                }
            } catch (SQLException e) {
                throw unreadable(e);
            }
        });
    }

    /** An event of the stream, by which one finds the way. */
    record Landmark(long position, Instant time) {}

    private static EventStoreException unreadable(SQLException cause) {
        return new EventStoreException("The stream of events could not be read", cause);
    }

    /** For one who holds a lock on the events that keeps all writers out: what is missing now will never appear. */
    void proveAllHoles() {
        transactions.executeInTransaction(() -> {
            try {
                holes.proveAll(getConnection());
            } catch (SQLException e) {
                throw new EventStoreException("The end of the stream could not be read", e);
            }
        });
    }

    /** Adds the events up to the first hole that may still be filled; answers whether there is such a hole. */
    private boolean fetch(long after, int batchSize, List<TrackedEventData<?>> events) {
        long proven = holes.provenUpTo();
        Connection connection = getConnection();
        try (PreparedStatement statement = connection.prepareStatement(FETCH)) {
            statement.setLong(1, after);
            statement.setInt(2, batchSize);
            long expected = after + 1;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    long index = rows.getLong(1);
                    if (index != expected && index - 1 > proven) {
                        holes.prove(connection, index - 1);
                        return true;
                    }
                    events.add(tracked(rows, index));
                    expected = index + 1;
                }
            }
            return false;
        } catch (SQLException e) {
            throw new EventStoreException("The stream of events could not be read", e);
        }
    }

    private TrackedEventData<?> tracked(ResultSet row, long index) throws SQLException {
        return ReadableEvents.inStream(index, reading.of(row, index).fields());
    }

    private static boolean pause() {
        try {
            Thread.sleep(1);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
