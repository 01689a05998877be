package org.symbolon.store.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds the master key that belongs to a database, which notes its fingerprint. A key is made for a database without any secrets
 * alone: beside another, a new one would look as if all was well until the first log-in fails, and the right one might be thrown away
 * meanwhile.
 */
public final class MasterKeyOfDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyOfDatabase.class);
    private static final String HOW_TO_TELL = "`base64 -d master.key | sha256sum` begins with a key's fingerprint";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final SecureRandom random;

    public MasterKeyOfDatabase(JdbcClient jdbc, TransactionOperations transactions, SecureRandom random) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.random = random;
    }

    /**
     * The key in the file {@code master.key} of the directory.
     *
     * @throws MasterKeyUnusableException if it is missing although the database has secrets, or does not belong to them, or others may
     *     read the file, or it cannot be used for another reason. Nothing is changed then
     */
    public MasterKey in(Path directory) {
        MasterKeyFiles files = MasterKeyFiles.in(directory);
        return noted().map(fingerprint -> known(files, fingerprint))
                .orElseGet(() -> transactions.execute(status -> adopt(files)));
    }

    /** Notes in the current transaction that all secrets lie under another key from now on. */
    public static void noteChange(JdbcClient jdbc, MasterKey key) {
        jdbc.sql("update public.master_key set fingerprint = ?, noted_at = now()")
                .param(key.fingerprint())
                .update();
    }

    /** Where the key was changed, by this node or by another one, the key that was made ready for that takes its place now. */
    private static MasterKey known(MasterKeyFiles files, String fingerprint) {
        Optional<MasterKey> current = files.current();
        if (current.filter(key -> key.fingerprint().equals(fingerprint)).isPresent()) {
            return current.get();
        }
        if (files.takeNext(fingerprint)) {
            LOG.warn("The master key was changed: {} has the fingerprint {} from now on", files.file(), fingerprint);
            return files.current().orElseThrow();
        }
        throw new MasterKeyUnusableException(current.map(key ->
                        ("The master key %s has the fingerprint %s, and the secrets of this database lie under the one whose fingerprint is %s."
                                        + " Restore that file %s (%s)")
                                .formatted(
                                        files.file(),
                                        key.fingerprint(),
                                        fingerprint,
                                        whence(files, fingerprint),
                                        HOW_TO_TELL))
                .orElseGet(() ->
                        ("The master key %s is missing, and nothing else opens the secrets of this database. Restore the file whose fingerprint"
                                        + " is %s %s, with mode 600 (%s). No other key was made")
                                .formatted(files.file(), fingerprint, whence(files, fingerprint), HOW_TO_TELL)));
    }

    private static String whence(MasterKeyFiles files, String fingerprint) {
        return Files.exists(files.formerFile(fingerprint))
                ? "from " + files.formerFile(fingerprint)
                : "from your backup, or from another node";
    }

    /** The fingerprint that this database has noted, if any. */
    public Optional<String> noted() {
        return jdbc.sql("select fingerprint from public.master_key")
                .query(String.class)
                .optional();
    }

    /** For a database that has noted no key yet: a new one, or one that is older than these notes. One node at a time decides. */
    private MasterKey adopt(MasterKeyFiles files) {
        jdbc.sql("lock table public.master_key in exclusive mode").update();
        Optional<String> fingerprint = noted();
        if (fingerprint.isPresent()) {
            return known(files, fingerprint.get());
        }
        MasterKeyFile file = new MasterKeyFile(files.file());
        MasterKey key = isUsed() ? proven(file) : file.readOrCreate(random);
        jdbc.sql("insert into public.master_key (fingerprint) values (?)")
                .param(key.fingerprint())
                .update();
        return key;
    }

    private MasterKey proven(MasterKeyFile file) {
        MasterKey key = file.read()
                .orElseThrow(() -> new MasterKeyUnusableException(
                        ("The master key %s is missing, and nothing else opens the secrets of this database. Restore the file from your"
                                        + " backup, or from another node, with mode 600. No other key was made")
                                .formatted(file)));
        Optional<Map.Entry<String, byte[]>> dataKey = new DataKeyTable(jdbc).any();
        if (!ResponseKeys.existUnder(jdbc, key, random)) {
            dataKey.ifPresent(any -> new DataKeyWrapping(key, random).unwrap(any.getKey(), any.getValue()));
        }
        return key;
    }

    private boolean isUsed() {
        return jdbc.sql(
                        """
                        select exists (select from public.signing_key)
                            or exists (select from public.data_key)
                            or exists (select from public.domain_event)
                        """)
                .query(Boolean.class)
                .single();
    }
}
