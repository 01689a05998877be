package org.symbolon.store.eventstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;
import org.symbolon.query.history.Vouching;

/**
 * Vouches, once, for the events that were stored before events were vouched for. A file in the data directory remembers that this was
 * done: from then on an event that nothing vouches for is a forged one, whatever the database says.
 */
final class FormerEvents {

    private static final Logger LOG = LoggerFactory.getLogger(FormerEvents.class);
    private static final String DONE = "events.authentic";
    private static final int BATCH = 2_000;

    private static final String SOME = "select global_index, " + Vouching.COLUMNS
            + " from domain_event where global_index > ?" + " order by global_index limit ?";

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final EventAuthenticator authenticator;
    private final Path done;

    FormerEvents(JdbcOperations jdbc, TransactionOperations transactions, EventAuthenticator authenticator, Path data) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.authenticator = authenticator;
        this.done = data.resolve(DONE);
    }

    private static final class Vouched {

        private final long index;
        private final byte[] digest;
        private final byte[] mac;

        private Vouched(long index, byte[] digest, byte[] mac) {
            this.index = index;
            this.digest = digest;
            this.mac = mac;
        }
    }

    /** Does it where it was not done here, and no event of the database is vouched for. */
    void vouch() {
        if (Files.exists(done)) {
            return;
        }
        transactions.executeWithoutResult(status -> {
            jdbc.execute("lock table domain_event in share row exclusive mode");
            if (isNothingVouchedFor()) {
                long number = vouchForAll();
                LOG.warn("{} events that were stored before events were vouched for have got their MAC", number);
            }
        });
        remember();
    }

    private boolean isNothingVouchedFor() {
        boolean anything =
                !jdbc.queryForList("select 1 from domain_event limit 1").isEmpty();
        return anything
                && jdbc.queryForList("select 1 from domain_event where mac is not null limit 1")
                        .isEmpty();
    }

    private long vouchForAll() {
        long number = 0;
        long position = 0;
        List<Vouched> page;
        do {
            page = page(position);
            write(page);
            number += page.size();
            position = page.isEmpty() ? position : page.get(page.size() - 1).index;
        } while (page.size() == BATCH);
        return number;
    }

    private List<Vouched> page(long after) {
        List<Vouched> page = new ArrayList<>();
        jdbc.query(
                SOME,
                row -> {
                    byte[] digest = EventFields.of(row).digest();
                    page.add(new Vouched(row.getLong("global_index"), digest, authenticator.macOfEvent(digest)));
                },
                after,
                BATCH);
        return page;
    }

    private void write(List<Vouched> page) {
        jdbc.batchUpdate(
                "update domain_event set digest = ?, mac = ? where global_index = ?", page, BATCH, (statement, one) -> {
                    statement.setBytes(1, one.digest);
                    statement.setBytes(2, one.mac);
                    statement.setLong(3, one.index);
                });
    }

    private void remember() {
        try {
            Files.createFile(done);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(
                    "It could not be remembered in " + done + " that events are vouched for", unwritable);
        }
    }
}
