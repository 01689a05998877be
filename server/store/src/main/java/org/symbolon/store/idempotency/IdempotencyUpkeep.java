package org.symbolon.store.idempotency;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.symbolon.store.background.BackgroundLoop;

/** Holds the turns of requests that this process is at, and erases keys and answers after their day. */
public final class IdempotencyUpkeep extends BackgroundLoop {

    private static final Logger LOG = LoggerFactory.getLogger(IdempotencyUpkeep.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int ROUNDS_BETWEEN_CLEARINGS = 12;

    private final JdbcIdempotencyKeys keys;
    private int rounds;

    public IdempotencyUpkeep(JdbcIdempotencyKeys keys) {
        super("symbolon-idempotency", PATIENCE);
        this.keys = keys;
    }

    @Override
    protected Duration round() {
        try {
            keys.hold();
            if (rounds % ROUNDS_BETWEEN_CLEARINGS == 0) {
                keys.clear();
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.debug("Idempotency keys could not be looked after", away);
        }
        rounds++;
        return PAUSE;
    }

    /** What is still held is free for others in half a minute. */
    @Override
    protected void end() {}
}
