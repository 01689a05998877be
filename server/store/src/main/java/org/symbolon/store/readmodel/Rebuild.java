package org.symbolon.store.readmodel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.projections.shared.ProjectedBatch;
import org.symbolon.projections.shared.ReadModelSchema;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.projections.shared.UnreadableEvents;
import org.symbolon.store.checkpoint.StreamVerification;
import org.symbolon.store.database.DatabaseUse;
import org.symbolon.store.eventstore.EventNotifications;
import org.symbolon.store.eventstore.EventReader;

/**
 * Makes read models anew from the stream while the server runs: a shadow schema is filled beside the live one, and the
 * two are swapped under a lock that holds up new events for as long as the last few take (docs/adr/0002).
 */
@Component
public class Rebuild {

    private static final String LIVE = "rm";
    private static final String SHADOW = "rm_new";
    private static final String FORMER = "rm_old";
    private static final int BATCH = 1000;
    private static final int MOST_SWAPS = 5;
    private static final long FEW_EVENTS = 200;
    private static final long ONE_AT_A_TIME = 7_236_541_982L;

    private final DataSource dataSource;
    private final JdbcOperations jdbc;
    private final EventReader events;
    private final TrailingModels trailing;
    private final Projectors projectors;
    private final TransactionTemplate separate;
    private final StreamVerification verification;
    private final CarefulProjection careful;

    public Rebuild(
            DataSource dataSource,
            JdbcOperations jdbc,
            PlatformTransactionManager transactions,
            EventReader events,
            TrailingModels trailing,
            Projectors projectors,
            StreamVerification verification,
            CarefulProjection careful) {
        this.verification = verification;
        this.careful = careful;
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.events = events;
        this.trailing = trailing;
        this.projectors = projectors;
        this.separate = new TransactionTemplate(transactions);
        this.separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Hears how far a rebuild has come. */
    @FunctionalInterface
    public interface Progress {
        void at(long position, long last);
    }

    /**
     * What a rebuild did: how many events it read, how long it took, how long writers had to wait, and which events the models lack, a
     * sentence for each.
     */
    public record Outcome(long events, Duration duration, Duration writersWaited, List<String> unreadable) {}

    /**
     * Rebuilds the groups, once it is sure that the stream is as it was written: what is made of it is signed anew.
     *
     * @throws IllegalStateException if another rebuild is running on any node, or the stream was tampered with
     */
    public Outcome run(Set<ReadModelGroup> groups, Progress progress) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            if (!isGranted(statement)) {
                throw new IllegalStateException("Another rebuild is running");
            }
            try {
                requireWholeStream();
                return rebuild(groups, progress);
            } finally {
                statement.execute("select pg_advisory_unlock(" + ONE_AT_A_TIME + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database did not let a rebuild begin", e);
        }
    }

    private void requireWholeStream() {
        List<String> findings = verification.verify(read -> {}).inStream();
        if (!findings.isEmpty()) {
            throw new IllegalStateException("The stream of events is not as it was written, so nothing is made of it. "
                    + String.join(" ", findings));
        }
    }

    private static boolean isGranted(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("select pg_try_advisory_lock(" + ONE_AT_A_TIME + ")")) {
            return result.next() && result.getBoolean(1);
        }
    }

    private Outcome rebuild(Set<ReadModelGroup> groups, Progress progress) {
        long began = System.nanoTime();
        drop(SHADOW);
        drop(FORMER);
        ReadModelSchema.migrate(dataSource, SHADOW);
        Filling filling = new Filling(projectors.batchFor(groups, this::intoShadow), progress);
        filling.upToFewEvents();
        long locked = System.nanoTime();
        swapAgainAfterDeadlocks(groups, filling);
        if (groups.size() == ReadModelGroup.values().length) {
            separate.executeWithoutResult(status -> jdbc.execute(DatabaseUse.finished()));
        }
        Duration waited = Duration.ofNanos(System.nanoTime() - locked);
        drop(FORMER);
        return new Outcome(
                filling.count, Duration.ofNanos(System.nanoTime() - began), waited, UnreadableEvents.named(jdbc));
    }

    /** What was filled stays filled, so that a swap which the database gave up to end a deadlock can be done once more. */
    private void swapAgainAfterDeadlocks(Set<ReadModelGroup> groups, Filling filling) {
        for (int attempt = 1; ; attempt++) {
            try {
                separate.executeWithoutResult(status -> swap(groups, filling));
                return;
            } catch (PessimisticLockingFailureException deadlock) {
                if (attempt == MOST_SWAPS) {
                    throw deadlock;
                }
            }
        }
    }

    /** Unqualified names mean the shadow's tables for the rest of the transaction. */
    private Object intoShadow(UnitOfWork<? extends EventMessage<?>> unitOfWork, InterceptorChain chain)
            throws Exception {
        unitOfWork.root().getOrComputeResource(SHADOW, absent -> {
            jdbc.queryForObject("select set_config('search_path', '" + SHADOW + ", public', true)", String.class);
            return true;
        });
        return chain.proceed();
    }

    /**
     * No event is appended from the first lock on. When only some models are rebuilt, the others must have come just as
     * far, for they share the position that says how far the trailing ones are, and the list of events that are lacking. Until then this transaction must not get
     * an id of its own, or nobody elsewhere could prove a hole in the stream dead; a writer who waits for the lock may have
     * one already, so here the lock is the proof.
     */
    private void swap(Set<ReadModelGroup> groups, Filling filling) {
        jdbc.execute("set local lock_timeout = '10s'");
        jdbc.execute("lock table domain_event in share mode");
        events.allWritersAreLockedOut();
        if (groups.size() < ReadModelGroup.values().length && !separate.execute(status -> trailing.await())) {
            throw new IllegalStateException("The trailing read models did not come up to date in time");
        }
        jdbc.execute("lock table " + LIVE + ".projection_position in exclusive mode");
        filling.upToTheLast();
        for (ReadModelGroup kept : ReadModelGroup.values()) {
            if (!groups.contains(kept)) {
                keep(kept);
            }
        }
        if (groups.size() < ReadModelGroup.values().length) {
            jdbc.execute("insert into " + SHADOW + ".unreadable_event select * from " + LIVE
                    + ".unreadable_event on conflict do nothing");
        }
        jdbc.execute("alter schema " + LIVE + " rename to " + FORMER);
        jdbc.execute("alter schema " + SHADOW + " rename to " + LIVE);
        jdbc.execute(EventNotifications.configurationNotice());
    }

    private void keep(ReadModelGroup group) {
        for (String table : group.tables()) {
            jdbc.execute("drop table " + SHADOW + "." + table + " cascade");
            jdbc.execute("alter table " + LIVE + "." + table + " set schema " + SHADOW);
        }
    }

    private void drop(String schema) {
        separate.executeWithoutResult(status -> jdbc.execute("drop schema if exists " + schema + " cascade"));
    }

    /** The filling of the shadow: how far it has come, and how it goes on. */
    private final class Filling {

        private final ProjectedBatch batch;
        private final Progress progress;
        private long position;
        private long count;

        private Filling(ProjectedBatch batch, Progress progress) {
            this.batch = batch;
            this.progress = progress;
        }

        private void upToFewEvents() {
            long last = last();
            while (position < last) {
                upTo(last);
                long now = last();
                if (now - position < FEW_EVENTS) {
                    return;
                }
                last = now;
            }
        }

        private void upToTheLast() {
            upTo(last());
        }

        private void upTo(long last) {
            while (position < last) {
                EventReader.Page page = events.after(position, BATCH);
                careful.project(batch, page.events());
                position = page.lastPosition();
                count += page.events().size();
                progress.at(position, Math.max(last, position));
            }
        }

        private long last() {
            Long last = separate.execute(status ->
                    jdbc.queryForObject("select coalesce(max(global_index), 0) from domain_event", Long.class));
            return last == null ? 0 : last;
        }
    }
}
