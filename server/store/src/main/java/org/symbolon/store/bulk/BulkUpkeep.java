package org.symbolon.store.bulk;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.symbolon.store.background.BackgroundLoop;

/** Holds the bulk operations that this process works on, and erases what ended long ago. */
public final class BulkUpkeep extends BackgroundLoop {

    private static final Logger LOG = LoggerFactory.getLogger(BulkUpkeep.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int ROUNDS_BETWEEN_CLEARINGS = 720;

    private final JdbcBulkOperations operations;
    private int rounds;

    public BulkUpkeep(JdbcBulkOperations operations) {
        super("symbolon-bulk", PATIENCE);
        this.operations = operations;
    }

    @Override
    protected Duration round() {
        try {
            operations.hold();
            if (rounds % ROUNDS_BETWEEN_CLEARINGS == 0) {
                operations.clear();
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("Bulk operations could not be looked after", away);
        }
        rounds++;
        return PAUSE;
    }

    /** What is still held is free for others in half a minute. */
    @Override
    protected void end() {}
}
