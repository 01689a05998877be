package org.symbolon.projections.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Follows the chain from row to row, up to the first that is wrong. */
final class AuditWalk {

    private static final int ROWS_BETWEEN_REPORTS = 2000;

    private final long end;
    private final LongConsumer progress;
    private final long start;
    private long last;
    private String chain;
    private boolean seen;

    /**
     * Makes it.
     *
     * @param before number of the row before the first
     * @param chain that row's signature
     * @param end number of the last row that may be there
     * @param progress hears every few thousand rows how many have been read
     */
    AuditWalk(long before, String chain, long end, LongConsumer progress) {
        this.start = before;
        this.last = before;
        this.chain = chain;
        this.end = end;
        this.progress = progress;
    }

    Optional<AuditFinding> over(ResultSet result) throws SQLException {
        while (result.next()) {
            seen = true;
            AuditRow row = AuditRow.read(result);
            if (row.number() <= last || row.number() > end) {
                return Optional.of(new AuditFinding(AuditFinding.Kind.ROW_INSERTED, row.number()));
            }
            if (row.number() > last + 1) {
                return Optional.of(new AuditFinding(AuditFinding.Kind.ROW_MISSING, last + 1));
            }
            chain = ChainText.after(chain, row);
            if (!chain.equals(result.getString("signature"))) {
                return Optional.of(new AuditFinding(AuditFinding.Kind.ROW_CHANGED, row.number()));
            }
            last++;
            if (rows() % ROWS_BETWEEN_REPORTS == 0) {
                progress.accept(rows());
            }
        }
        return Optional.empty();
    }

    /** Whether there was any row, right or wrong. */
    boolean seen() {
        return seen;
    }

    /** How many rows were right. */
    long rows() {
        return last - start;
    }

    /** The number of the last row that was right. */
    long last() {
        return last;
    }

    /** The signature that the last right row has. */
    String chain() {
        return chain;
    }
}
