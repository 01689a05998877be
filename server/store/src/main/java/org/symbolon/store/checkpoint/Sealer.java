package org.symbolon.store.checkpoint;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.projections.audit.HeadSigner;
import org.symbolon.store.background.BackgroundLoop;

/**
 * Walks the stream and signs, once in a while, what it is: the tree over all its events and the head of the audit. One node does it
 * at a time; each keeps the newest checkpoint in a file of its own, and none forgets what it has seen there.
 */
public final class Sealer extends BackgroundLoop {

    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final long ONE_AT_A_TIME = 7_236_541_983L;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int ROUNDS_BETWEEN_THINNINGS = 60;

    /** When no request comes any more and no event is projected: then it seals for the last time. */
    private static final int PHASE = Integer.MAX_VALUE - 8192;

    private final JdbcOperations jdbc;
    private final TransactionTemplate snapshot;
    private final HeadSigner signer;
    private final CheckpointTable table;
    private final CheckpointFile file;
    private final CheckpointCommand command;
    private final Duration pause;
    private final Clock clock;
    private int rounds;

    /**
     * Makes one.
     *
     * @param data the directory of this node's file
     * @param command what is told of each checkpoint, so that it is kept elsewhere as well
     * @param pause between two checkpoints
     */
    public Sealer(
            JdbcOperations jdbc,
            PlatformTransactionManager transactions,
            HeadSigner signer,
            Path data,
            CheckpointCommand command,
            Duration pause,
            Clock clock) {
        super("symbolon-sealer", PATIENCE);
        this.jdbc = jdbc;
        this.signer = signer;
        this.table = new CheckpointTable(jdbc);
        this.file = new CheckpointFile(data);
        this.command = command;
        this.pause = pause;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    @Override
    protected Duration firstPause() {
        return pause;
    }

    @Override
    protected Duration round() {
        try {
            seal();
        } catch (RuntimeException failure) {
            LOG.warn("The stream could not be sealed, which is tried again: {}", failure.getMessage());
        }
        return pause;
    }

    /** Seals what has come since the last round. */
    @Override
    protected void end() {
        Duration unused = round();
    }

    /** Signs what has come since the last checkpoint, unless another node is at it or something is wrong. */
    private void seal() {
        Optional<Checkpoint> newest = snapshot.execute(status -> sealed());
        if (newest == null || newest.isEmpty()) {
            return;
        }
        Optional<Checkpoint> known = file.read();
        if (known.isPresent() && known.get().size() >= newest.get().size()) {
            return;
        }
        file.write(newest.get());
        command.tell(newest.get().text());
    }

    private Optional<Checkpoint> sealed() {
        Optional<Checkpoint> last = table.newest();
        if (!isTrusted(last)) {
            return Optional.empty();
        }
        Boolean alone = jdbc.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, ONE_AT_A_TIME);
        if (!Boolean.TRUE.equals(alone)) {
            return last;
        }
        Optional<Checkpoint> next = next(last);
        rounds++;
        if (rounds % ROUNDS_BETWEEN_THINNINGS == 0) {
            table.thin();
        }
        return next.or(() -> last);
    }

    /** A stream that is shorter than what is known of it is never sealed: that would make good what was done to it. */
    private boolean isTrusted(Optional<Checkpoint> last) {
        long size = last.map(Checkpoint::size).orElse(0L);
        if (last.isPresent() && !last.get().isSignedBy(signer)) {
            LOG.error(
                    "The checkpoint of {} events is not signed by this server. The stream is not sealed until"
                            + " 'symbolon audit verify' finds nothing",
                    size);
            return false;
        }
        long seen = file.read().map(Checkpoint::size).orElse(0L);
        if (seen > size) {
            LOG.error(
                    "The newest checkpoint in the database is of {} events, the one in {} of {}. The stream is not sealed"
                            + " until 'symbolon audit verify' finds nothing",
                    size,
                    file.path(),
                    seen);
            return false;
        }
        return true;
    }

    private Optional<Checkpoint> next(Optional<Checkpoint> last) {
        MerkleTree tree = last.map(table::treeOf).orElseGet(MerkleTree::new);
        if (last.isPresent() && !last.get().isOf(tree)) {
            throw new IllegalStateException("the tree of the last checkpoint is not the one that was signed");
        }
        long before = last.map(Checkpoint::lastIndex).orElse(0L);
        long[] index = {before};
        StreamLeaves.each(jdbc, before, trailing(), (at, leaf) -> {
            tree.add(leaf);
            index[0] = at;
        });
        if (index[0] == before) {
            return Optional.empty();
        }
        AuditEnd end = auditEnd();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Checkpoint checkpoint = Checkpoint.signed(tree, index[0], end.number(), end.hash(), now, signer);
        table.add(checkpoint, tree.peaks());
        return Optional.of(checkpoint);
    }

    /** Up to where the stream is proven to have no hole that could still be filled: as far as it was projected. */
    private long trailing() {
        Long reached = jdbc.queryForObject(
                "select coalesce(max(position), 0) from projection_position where name = 'trailing'", Long.class);
        return reached == null ? 0 : reached;
    }

    private record AuditEnd(long number, String hash) {}

    private AuditEnd auditEnd() {
        List<AuditEnd> found = jdbc.query(
                "select number, hash from audit_head where id = 1",
                (row, number) -> new AuditEnd(row.getLong("number"), row.getString("hash")));
        return found.isEmpty() ? new AuditEnd(0, "") : found.get(0);
    }
}
