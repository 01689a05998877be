package org.symbolon.projections.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
 * Finds out whether the audit is as it was written. It reads all rows and the head in one snapshot, so it may run while
 * others write.
 */
public class AuditChain {

    private static final String ALL = "select " + AuditRow.COLUMNS + " from mfa_audit audit order by audit.id";
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
        long began = System.nanoTime();
        Walk walk = new Walk(progress);
        List<AuditFinding> findings = new ArrayList<>();
        snapshot.executeWithoutResult(status -> {
            AuditHead head = AuditHead.read(jdbc);
            Optional<AuditFinding> inRows = walk(walk, head);
            inRows.ifPresent(findings::add);
            inHead(head, walk, inRows.isEmpty()).ifPresent(findings::add);
        });
        return new AuditVerdict(walk.rows, List.copyOf(findings), Duration.ofNanos(System.nanoTime() - began));
    }

    private Optional<AuditFinding> walk(Walk walk, AuditHead head) {
        Optional<AuditFinding> found = jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(ALL);
                    statement.setFetchSize(FETCH_SIZE);
                    return statement;
                },
                rows -> {
                    return walk.over(rows, head);
                });
        if (found == null || found.isEmpty()) {
            return walk.rows < head.number()
                    ? Optional.of(new AuditFinding(AuditFinding.Kind.ROW_MISSING, walk.rows + 1))
                    : Optional.empty();
        }
        return found;
    }

    private Optional<AuditFinding> inHead(AuditHead head, Walk walk, boolean rowsAreRight) {
        if (head.equals(AuditHead.NONE)) {
            return walk.seen ? finding(AuditFinding.Kind.HEAD_MISSING, 0) : Optional.empty();
        }
        if (!signer.verify(AuditHead.text(head.number(), head.hash()), head.signature())) {
            return finding(AuditFinding.Kind.HEAD_NOT_SIGNED, head.number());
        }
        if (rowsAreRight && !head.hash().equals(walk.chain)) {
            return finding(AuditFinding.Kind.HEAD_OF_ANOTHER_CHAIN, head.number());
        }
        return Optional.empty();
    }

    private static Optional<AuditFinding> finding(AuditFinding.Kind kind, long number) {
        return Optional.of(new AuditFinding(kind, number));
    }

    /** How far the rows have been read. */
    private static final class Walk {

        private final LongConsumer progress;
        private boolean seen;
        private long rows;
        private String chain = "";

        private Walk(LongConsumer progress) {
            this.progress = progress;
        }

        /** Goes on to the first row that is wrong. */
        private Optional<AuditFinding> over(ResultSet result, AuditHead head) throws SQLException {
            long last = head.equals(AuditHead.NONE) ? Long.MAX_VALUE : head.number();
            while (result.next()) {
                seen = true;
                AuditRow row = AuditRow.read(result);
                if (row.number() <= rows || row.number() > last) {
                    return finding(AuditFinding.Kind.ROW_INSERTED, row.number());
                }
                if (row.number() > rows + 1) {
                    return finding(AuditFinding.Kind.ROW_MISSING, rows + 1);
                }
                chain = ChainText.after(chain, row);
                if (!chain.equals(result.getString("signature"))) {
                    return finding(AuditFinding.Kind.ROW_CHANGED, row.number());
                }
                rows++;
                if (rows % FETCH_SIZE == 0) {
                    progress.accept(rows);
                }
            }
            return Optional.empty();
        }
    }
}
