package org.symbolon.store.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class MasterKeyOfDatabaseTest {

    @TempDir
    private Path directory;

    private final JdbcClient jdbc = VaultDatabase.emptied();
    private final SecureRandom random = new SecureRandom();
    private final MasterKeyOfDatabase keys = new MasterKeyOfDatabase(jdbc, VaultDatabase.transactions(), random);

    @Test
    void aNewDatabaseGetsAKeyThatLaterStartsFind() {
        MasterKey made = keys.in(directory);

        assertThat(keys.in(directory).fingerprint())
                .isEqualTo(made.fingerprint())
                .isEqualTo(noted());
    }

    @Test
    void aNewDatabaseTakesTheKeyThatIsThere() {
        MasterKey there = MasterKey.inFile(file(), random);

        assertThat(keys.in(directory).fingerprint()).isEqualTo(there.fingerprint());
    }

    @Test
    void aMissingKeyIsNotReplacedAndTheRightOneIsDescribed() throws Exception {
        MasterKey lost = keys.in(directory);
        Files.delete(file());

        assertThatThrownBy(() -> keys.in(directory))
                .isInstanceOf(MasterKeyUnusableException.class)
                .hasMessageContaining(file() + " is missing")
                .hasMessageContaining("Restore the file whose fingerprint is " + lost.fingerprint())
                .hasMessageContaining("base64 -d master.key | sha256sum");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aWrongKeyIsRefusedAndBothAreNamed() throws Exception {
        MasterKey right = keys.in(directory);
        Files.delete(file());
        MasterKey wrong = MasterKey.inFile(file(), random);

        assertThatThrownBy(() -> keys.in(directory))
                .isInstanceOf(MasterKeyUnusableException.class)
                .hasMessageContaining("has the fingerprint " + wrong.fingerprint())
                .hasMessageContaining("whose fingerprint is " + right.fingerprint());
        assertThat(noted()).isEqualTo(right.fingerprint());
    }

    @Test
    void anOlderDatabaseNotesTheKeyThatOpensItsSecrets() {
        MasterKey key = MasterKey.inFile(file(), random);
        ResponseKeys.loadOrCreate(jdbc, key, random);

        keys.in(directory);

        assertThat(noted()).isEqualTo(key.fingerprint());
    }

    @Test
    void anOlderDatabaseGetsNoNewKey() {
        ResponseKeys.loadOrCreate(jdbc, new MasterKey(random.generateSeed(32)), random);

        assertThatThrownBy(() -> keys.in(directory))
                .isInstanceOf(MasterKeyUnusableException.class)
                .hasMessageContaining(file() + " is missing");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void anOlderDatabaseRefusesAKeyThatDoesNotOpenItsSigningKey() {
        ResponseKeys.loadOrCreate(jdbc, new MasterKey(random.generateSeed(32)), random);
        MasterKey.inFile(file(), random);

        assertThatThrownBy(() -> keys.in(directory))
                .isInstanceOf(MasterKeyUnusableException.class)
                .hasMessageContaining("restore the master.key that belongs to it");
        assertThat(jdbc.sql("select fingerprint from public.master_key").query().listOfRows())
                .isEmpty();
    }

    @Test
    void anOlderDatabaseRefusesAKeyThatDoesNotOpenItsDataKeys() {
        new DataKeyVault(jdbc, new MasterKey(random.generateSeed(32)), random).newKey();
        MasterKey.inFile(file(), random);

        assertThatThrownBy(() -> keys.in(directory))
                .isInstanceOf(MasterKeyUnusableException.class)
                .hasMessageContaining("is it the one of this database?");
    }

    @Test
    void anotherKeyIsFoundOnceItsChangeIsNoted() throws Exception {
        keys.in(directory);
        Files.delete(file());
        MasterKey fresh = MasterKey.inFile(file(), random);

        MasterKeyOfDatabase.noteChange(jdbc, fresh);

        assertThat(keys.in(directory).fingerprint()).isEqualTo(fresh.fingerprint());
    }

    private Path file() {
        return directory.resolve("master.key");
    }

    private String noted() {
        return jdbc.sql("select fingerprint from public.master_key")
                .query(String.class)
                .single();
    }
}
