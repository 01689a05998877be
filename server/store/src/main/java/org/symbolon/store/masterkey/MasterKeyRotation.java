package org.symbolon.store.masterkey;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.store.database.DatabaseUse;
import org.symbolon.store.eventstore.Revouching;
import org.symbolon.store.vault.DataKeyVault;
import org.symbolon.store.vault.MasterKey;
import org.symbolon.store.vault.MasterKeyFiles;
import org.symbolon.store.vault.MasterKeyOfDatabase;
import org.symbolon.store.vault.MasterKeyUnusableException;
import org.symbolon.store.vault.ResponseKeys;

/**
 * Puts another master key in the place of the one in use. All that lies under it changes in one transaction, while nobody else works on
 * the database; the file follows after the commit. Whoever is ended before the commit has the former key still, and whoever is ended
 * after it finds at the next start that the database lies under the key that was made ready, and takes that.
 */
@Component
public final class MasterKeyRotation {

    private final JdbcClient client;
    private final JdbcOperations jdbc;
    private final TransactionTemplate transactions;
    private final SecureRandom random;
    private final DatabaseUse use;
    private final Path data;

    public MasterKeyRotation(
            JdbcClient client,
            JdbcOperations jdbc,
            PlatformTransactionManager transactions,
            SecureRandom random,
            DatabaseUse use,
            @Value("${symbolon.data}") Path data) {
        this.client = client;
        this.jdbc = jdbc;
        this.transactions = new TransactionTemplate(transactions);
        this.random = random;
        this.use = use;
        this.data = data;
    }

    /** What changed. */
    public record Outcome(String former, String next, int dataKeys, long events) {}

    /** The fingerprint of the key of the database, if it has noted one. */
    public Optional<String> noted() {
        return keys().noted();
    }

    /** Has the database alone from now on; the key in use is proven to be that of the database. */
    public MasterKey begin() {
        use.takeAlone();
        if (use.isUnfinished()) {
            throw new MasterKeyUnusableException("A restore into this database was broken off before it was done:"
                    + " finish it first, with `symbolon backup restore`");
        }
        return keys().in(data);
    }

    private MasterKeyOfDatabase keys() {
        return new MasterKeyOfDatabase(client, transactions, random);
    }

    /** Makes the key ready that is to follow, so that it can be laid on all nodes beforehand. It changes nothing yet. */
    public MasterKey prepare(Optional<Path> from) {
        MasterKeyFiles files = MasterKeyFiles.in(data);
        MasterKey current = keys().in(data);
        Optional<MasterKey> given = from.map(file -> MasterKeyFiles.at(file)
                .orElseThrow(() -> new MasterKeyUnusableException("There is no file %s".formatted(file))));
        if (given.filter(key -> key.fingerprint().equals(current.fingerprint())).isPresent()) {
            throw new MasterKeyUnusableException(
                    "The key in %s is the one in use already".formatted(from.orElseThrow()));
        }
        return files.prepareNext(given, random);
    }

    /** Changes all that lies under the master key. The progress hears of the last event, and of the one it has come to. */
    public Outcome rotate(Optional<Path> from, BiConsumer<Long, Long> progress) {
        MasterKey former = begin();
        MasterKey next = prepare(from);
        Outcome outcome = transactions.execute(status -> change(former, next, progress));
        MasterKeyFiles.in(data).takeNext(next.fingerprint());
        return outcome;
    }

    private Outcome change(MasterKey former, MasterKey next, BiConsumer<Long, Long> progress) {
        jdbc.execute("lock table public.domain_event in exclusive mode");
        forgetWhatIsNamedUnderTheKey();
        int dataKeys = new DataKeyVault(client, former, random).rewrap(former, next);
        ResponseKeys.rewrap(client, former, next, random);
        Long last = jdbc.queryForObject("select coalesce(max(global_index), 0) from domain_event", Long.class);
        Revouching revouching = new Revouching(jdbc, former, next);
        // Before the events: it is found out under the former key which of them hold.
        revouching.corrections();
        long events = revouching.events(index -> progress.accept(index, last));
        revouching.snapshots();
        MasterKeyOfDatabase.noteChange(client, next);
        return new Outcome(former.fingerprint(), next.fingerprint(), dataKeys, events);
    }

    /** Digests under the former key are found by nobody any more: of PINs that were known again, and of requests that clients marked. */
    private void forgetWhatIsNamedUnderTheKey() {
        jdbc.update("delete from data_key where id in (select answer_key from idempotency_key)");
        jdbc.execute("truncate idempotency_key, pin_digest");
    }
}
