package org.symbolon.projections.audit;

import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds out whether the audit is as it was written. It reads rows, head and checkpoint in one snapshot, so it may run while
 * others write.
 */
public class AuditChain {

    private static final String ROWS =
            "select " + AuditRow.COLUMNS + " from mfa_audit audit where audit.id >= ? order by audit.id limit ?";
    private static final int FETCH_SIZE = 2000;

    private final JdbcOperations jdbc;
    private final TransactionTemplate snapshot;
    private final HeadSigner signer;

    public AuditChain(JdbcOperations jdbc, PlatformTransactionManager transactionManager, HeadSigner signer) {
        this.jdbc = jdbc;
        this.signer = signer;
        this.snapshot = new TransactionTemplate(transactionManager);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    public AuditVerdict verify() {
        return verify(rows -> {});
    }

    /**
     * Reads the whole audit.
     *
     * @param progress hears every few thousand rows how many have been read
     */
    public AuditVerdict verify(LongConsumer progress) {
        return verify(0, Long.MAX_VALUE, progress).verdict();
    }

    /** Reads some rows and what stands for those before them; parts that follow one another make up the whole. */
    public AuditPart verifyPart(long from, long most) {
        return verify(from, most, rows -> {});
    }

    private AuditPart verify(long from, long most, LongConsumer progress) {
        return snapshot.execute(status -> {
            long began = System.nanoTime();
            AuditHead head = AuditHead.read(jdbc);
            AuditCheckpoint checkpoint = AuditCheckpoint.read(jdbc);
            List<AuditFinding> findings = new ArrayList<>();
            inCheckpoint(checkpoint).ifPresent(findings::add);
            long before = beforeFirst(from, head, checkpoint);
            AuditWalk walk = new AuditWalk(before, chainAt(before, checkpoint), endOf(head), progress);
            Optional<AuditFinding> inRows = inRows(walk, before == checkpoint.number(), most);
            inRows = inRows.or(() -> atTheEnd(walk, most, head));
            inRows.ifPresent(findings::add);
            inHead(head, checkpoint, walk, inRows.isEmpty()).ifPresent(findings::add);
            Duration duration = Duration.ofNanos(System.nanoTime() - began);
            AuditVerdict verdict = new AuditVerdict(walk.rows(), List.copyOf(findings), duration);
            return new AuditPart(before + 1, walk.last(), Math.max(head.number(), walk.last()), verdict);
        });
    }

    /** The number of the row before the first that is to be read; a part behind the end is empty. */
    private static long beforeFirst(long from, AuditHead head, AuditCheckpoint checkpoint) {
        long before = head.isNone() ? from - 1 : Math.min(from - 1, head.number());
        return Math.max(before, checkpoint.number());
    }

    private String chainAt(long number, AuditCheckpoint checkpoint) {
        if (number == checkpoint.number()) {
            return checkpoint.hash();
        }
        List<String> found = jdbc.queryForList("select signature from mfa_audit where id = ?", String.class, number);
        return found.isEmpty() || found.get(0) == null ? "" : found.get(0);
    }

    /** Without a head, all rows may be there. */
    private static long endOf(AuditHead head) {
        return head.isNone() ? Long.MAX_VALUE : head.number();
    }

    /** The first part also sees rows that somebody put before the first. */
    private Optional<AuditFinding> inRows(AuditWalk walk, boolean isFirstPart, long most) {
        Optional<AuditFinding> found = jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(ROWS);
                    statement.setFetchSize(FETCH_SIZE);
                    statement.setLong(1, isFirstPart ? Long.MIN_VALUE : walk.last() + 1);
                    statement.setLong(2, most);
                    return statement;
                },
                walk::over);
        return found == null ? Optional.empty() : found;
    }

    private static Optional<AuditFinding> atTheEnd(AuditWalk walk, long most, AuditHead head) {
        boolean moreWereWanted = walk.rows() < most;
        return moreWereWanted && walk.last() < head.number()
                ? finding(AuditFinding.Kind.ROW_MISSING, walk.last() + 1)
                : Optional.empty();
    }

    private Optional<AuditFinding> inCheckpoint(AuditCheckpoint checkpoint) {
        if (checkpoint.isNone()
                || signer.verify(
                        AuditCheckpoint.text(checkpoint.number(), checkpoint.hash()), checkpoint.signature())) {
            return Optional.empty();
        }
        return finding(AuditFinding.Kind.CHECKPOINT_NOT_SIGNED, checkpoint.number());
    }

    private Optional<AuditFinding> inHead(
            AuditHead head, AuditCheckpoint checkpoint, AuditWalk walk, boolean rowsAreRight) {
        if (head.isNone()) {
            return walk.seen() || !checkpoint.isNone() ? finding(AuditFinding.Kind.HEAD_MISSING, 0) : Optional.empty();
        }
        if (!signer.verify(AuditHead.text(head.number(), head.hash()), head.signature())) {
            return finding(AuditFinding.Kind.HEAD_NOT_SIGNED, head.number());
        }
        boolean reached = walk.last() >= head.number();
        if (rowsAreRight && reached && !head.hash().equals(walk.chain())) {
            return finding(AuditFinding.Kind.HEAD_OF_ANOTHER_CHAIN, head.number());
        }
        return Optional.empty();
    }

    private static Optional<AuditFinding> finding(AuditFinding.Kind kind, long number) {
        return Optional.of(new AuditFinding(kind, number));
    }
}
