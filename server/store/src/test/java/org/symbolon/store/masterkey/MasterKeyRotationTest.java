package org.symbolon.store.masterkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.store.backup.BackupDatabase;
import org.symbolon.store.database.DatabaseException;
import org.symbolon.store.database.DatabaseUse;
import org.symbolon.store.eventstore.AppendedEvents;
import org.symbolon.store.vault.DataKeyVault;
import org.symbolon.store.vault.MasterKey;
import org.symbolon.store.vault.MasterKeyFiles;
import org.symbolon.store.vault.MasterKeyOfDatabase;
import org.symbolon.store.vault.MasterKeyUnusableException;
import org.symbolon.store.vault.ResponseKeys;

class MasterKeyRotationTest {

    @TempDir
    private Path data;

    private final SecureRandom random = new SecureRandom();
    private BackupDatabase database;
    private JdbcClient jdbc;
    private DatabaseUse use;
    private MasterKey former;

    @BeforeEach
    void fill() throws SQLException {
        database = new BackupDatabase();
        jdbc = JdbcClient.create(database.source());
        use = database.use("rotation");
        former = found();
        AppendedEvents.append(
                database.source(),
                former,
                List.of(
                        new GenericDomainEventMessage<>("Token", "token/A", 0, new TokenDisabled("A", 1)),
                        new GenericDomainEventMessage<>("Token", "token/B", 0, new TokenDisabled("B", 2))));
    }

    @AfterEach
    void close() throws SQLException {
        use.close();
        database.close();
    }

    private MasterKey found() {
        return new MasterKeyOfDatabase(
                        jdbc, new TransactionTemplate(new JdbcTransactionManager(database.source())), random)
                .in(data);
    }

    private MasterKeyRotation rotation() {
        return new MasterKeyRotation(
                jdbc, database.jdbc(), new JdbcTransactionManager(database.source()), random, use, data);
    }

    private MasterKeyRotation.Outcome rotate() {
        return rotation().rotate(Optional.empty(), (done, all) -> {});
    }

    @Test
    void whatWasSealedOpensUnderTheNewKeyAndTheEventsAreThisServersStill() throws Exception {
        String id = new DataKeyVault(jdbc, former, random).newKey();
        byte[] wrapped = wrapped(id);
        PublicKey signing = ResponseKeys.loadOrCreate(jdbc, former, random).publicKey();
        jdbc.sql("insert into pin_digest (name, digest, kept_until) values ('', '', now())")
                .update();

        MasterKeyRotation.Outcome outcome = rotate();

        MasterKey next = found();
        assertThat(outcome).isEqualTo(new MasterKeyRotation.Outcome(former.fingerprint(), next.fingerprint(), 1, 2));
        assertThat(next.fingerprint()).isNotEqualTo(former.fingerprint());
        assertThat(wrapped(id)).isNotEqualTo(wrapped);
        assertThat(ResponseKeys.loadOrCreate(jdbc, next, random).publicKey()).isEqualTo(signing);
        assertThat(AppendedEvents.vouchedFor(database.source(), next)).isEqualTo(2);
        assertThat(AppendedEvents.vouchedFor(database.source(), former)).isZero();
        assertThat(jdbc.sql("select count(*) from pin_digest").query(Long.class).single())
                .isZero();
        Path old = MasterKeyFiles.in(data).formerFile(former.fingerprint());
        assertThat(Files.readString(old).strip()).isEqualTo(former.line());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(old)))
                .isEqualTo("rw-------");
        assertThat(MasterKeyFiles.in(data).nextFile()).doesNotExist();
    }

    private byte[] wrapped(String id) {
        return jdbc.sql("select wrapped from data_key where id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    @Test
    void aForgedEventIsNotMadeGood() {
        jdbc.sql("update domain_event set mac = digest where aggregate_identifier = 'token/A'")
                .update();

        assertThat(rotate().events()).isEqualTo(1);
        assertThat(AppendedEvents.vouchedFor(database.source(), found())).isEqualTo(1);
    }

    @Test
    void whoeverIsEndedBeforeTheCommitHasTheFormerKeyAndGoesOnWithTheSameNewOne() {
        MasterKey next = rotation().prepare(Optional.empty());
        assertThatThrownBy(() -> rotation().rotate(Optional.empty(), (done, all) -> {
                    throw new IllegalStateException("the power is gone");
                }))
                .hasMessage("the power is gone");

        assertThat(found().fingerprint()).isEqualTo(former.fingerprint());
        assertThat(AppendedEvents.vouchedFor(database.source(), former)).isEqualTo(2);

        assertThat(rotate().next()).isEqualTo(next.fingerprint());
    }

    @Test
    void whoeverIsEndedAfterTheCommitFindsTheNewKeyAtTheNextStart() throws Exception {
        MasterKeyRotation.Outcome outcome = rotate();
        MasterKeyFiles files = MasterKeyFiles.in(data);
        Files.move(files.file(), files.nextFile());
        Files.move(files.formerFile(former.fingerprint()), files.file());

        assertThat(found().fingerprint()).isEqualTo(outcome.next());
        assertThat(files.formerFile(former.fingerprint())).exists();
    }

    @Test
    void aNodeThatHasTheFormerKeyAloneIsToldWhichOneItNeeds() throws Exception {
        MasterKeyRotation.Outcome outcome = rotate();
        MasterKeyFiles files = MasterKeyFiles.in(data);
        Files.delete(files.file());
        Files.move(files.formerFile(former.fingerprint()), files.file());

        assertThatThrownBy(this::found)
                .isInstanceOf(MasterKeyUnusableException.class)
                .hasMessageContaining(outcome.next());
    }

    @Test
    void itIsRefusedWhileAServerRuns() throws SQLException {
        DatabaseUse server = database.use("the server");
        server.share();

        assertThatThrownBy(this::rotate)
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("symbolon the server");
        assertThat(MasterKeyFiles.in(data).nextFile()).doesNotExist();
        server.close();
    }

    @Test
    void theKeyOfAFileIsTaken() {
        Path file = data.resolve("from.elsewhere");
        MasterKey given = MasterKey.inFile(file, random);

        rotation().rotate(Optional.of(file), (done, all) -> {});

        assertThat(found().fingerprint()).isEqualTo(given.fingerprint());
        assertThatThrownBy(() -> rotation().prepare(Optional.of(file)))
                .isInstanceOf(MasterKeyUnusableException.class)
                .hasMessageContaining("in use already");
    }
}
