package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.app.maintenance.CheckedBackups;
import org.symbolon.cli.backup.BackupFiles;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.CommandLineOnServer;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.ReadModels;
import org.symbolon.endtoend.harness.ServerProcess;
import org.symbolon.projections.audit.AuditChain;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.store.backup.StoreBackup;
import org.symbolon.store.checkpoint.StreamVerification;
import org.symbolon.store.database.DatabaseAccess;
import org.symbolon.store.vault.MasterKey;

/** What was backed up is restored elsewhere and brought under another master key: nobody notices, but for what happened since. */
class BackupTest {

    private static final int CLIENTS = 3;
    private static final int USERS = 4;

    /** What the restore and the change of the key are told in, and how far the models have come. */
    private static final String[] OF_THE_COMMANDS = {
        "mfa_audit",
        "audit_head",
        "audit_checkpoint",
        "audit_count",
        "audit_client_count",
        "audit_statistic",
        "clientapplication",
        "client_tracking",
        "projection_position"
    };

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom();
    private final Device device = Device.withDistinctValues(random, 40);

    @Test
    void whatIsRestoredIsWhatWasThereUnderAnotherMasterKeyAsWell() {
        Path file = folder.resolve("quiet.backup");
        ReadModels before;
        try (InProcessServer source = InProcessServer.start(folder.resolve("source"))) {
            ApiClient admin = source.admin();
            prepare(admin);
            assertThat(admin.check("serial", "SAVED", "pin" + device.otp(0)).isAccepted())
                    .isTrue();
            backupUnderLoadIsSound(source);
            assertThat(source.bean(TrailingModels.class).await()).isTrue();
            before = ReadModels.of(source.jdbc());
            backUpQuietly(source, file);
            assertThat(admin.check("serial", "SAVED", "pin" + device.otp(1)).isAccepted())
                    .isTrue();
        }
        Path data = folder.resolve("target");
        DatabaseAccess database = InProcessServer.newDatabase();

        assertThat(ServerProcess.run(data, database, "backup", "restore", file.toString()))
                .startsWith("Restored ");
        assertThat(ServerProcess.run(data, database, "key", "rotate")).startsWith("The master key ");

        try (InProcessServer target = InProcessServer.start(data, database)) {
            assertThat(target.bean(TrailingModels.class).await()).isTrue();
            ReadModels after = ReadModels.of(target.jdbc());
            assertThat(after.without(OF_THE_COMMANDS)).isEqualTo(before.without(OF_THE_COMMANDS));
            assertThat(after.rowsByTable().get("mfa_audit"))
                    .containsAll(before.rowsByTable().get("mfa_audit"));
            ApiClient admin = target.admin();
            assertThat(admin.check("serial", "SAVED", "pin" + device.otp(0)).isAccepted())
                    .isFalse();
            assertThat(admin.check("serial", "SAVED", "pin" + device.otp(1)).isAccepted())
                    .as("it was used after the backup, which no backup can know")
                    .isTrue();
            assertThat(target.bean(AuditChain.class).verify().findings()).isEmpty();
            assertThat(target.bean(StreamVerification.class).verify(read -> {}).findings())
                    .isEmpty();
        }
    }

    private void prepare(ApiClient admin) {
        Path passwd = PasswdFile.write(folder, USERS);
        admin.post("/resolver/users", "type", "passwdresolver", "fileName", passwd.toString());
        assertThat(admin.post("/realm/realm1", "resolvers", "users").status()).isEqualTo(200);
        admin.enrolHotp("SAVED", device.seed(), "pin", "user", "user1", "realm", "realm1");
    }

    /** Through the snapshot no event is seen whose like before it is not. */
    private void backupUnderLoadIsSound(InProcessServer source) {
        Path file = folder.resolve("load.backup");
        CommandLineOnServer.Outcome made;
        try (Load load = new Load(source)) {
            load.awaitAnswers();
            made = new CommandLineOnServer(source).run("backup", "create", file.toString());
            load.awaitAnswers();
            assertThat(load.refused).isEmpty();
        }
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(made.err()).contains("The master key is not in it");

        BackupFiles.Report report = new CheckedBackups()
                .check(file, List.of(folder.resolve("source").resolve("master.key")), (done, all) -> {});

        assertThat(report.faults()).isEmpty();
        assertThat(report.unreadable()).isEmpty();
        assertThat(report.sealed()).contains(true);
        assertThat(report.parts())
                .filteredOn(part -> part.name().equals("domain_event"))
                .singleElement()
                .satisfies(part -> assertThat(part.rows()).isGreaterThan(CLIENTS));
    }

    /** Without the entry in the audit that the command leaves. */
    private static void backUpQuietly(InProcessServer source, Path file) {
        new StoreBackup(source.bean(DataSource.class), source.bean(MasterKey.class), "source", Clock.systemUTC())
                .write(file, "tested", true, (done, all) -> {});
    }

    /** People who log in all the time. */
    private final class Load implements AutoCloseable {

        private final List<CompletableFuture<Void>> ends = new ArrayList<>();
        private final AtomicBoolean working = new AtomicBoolean(true);
        private final Queue<String> refused = new ConcurrentLinkedQueue<>();
        private final Queue<String> accepted = new ConcurrentLinkedQueue<>();

        private Load(InProcessServer server) {
            for (int number = 0; number < CLIENTS; number++) {
                Map.Entry<String, Device> token = Map.entry("LOAD" + number, Device.random(random));
                server.admin().enrolHotp(token.getKey(), token.getValue().seed(), "pin");
                ApiClient client = server.anonymous();
                ends.add(CompletableFuture.runAsync(
                        () -> logIn(client, token), work -> new Thread(work, token.getKey()).start()));
            }
        }

        private void logIn(ApiClient client, Map.Entry<String, Device> token) {
            for (long counter = 0; working.get(); counter++) {
                Answer answer = client.check(
                        "serial", token.getKey(), "pin" + token.getValue().otp(counter));
                (answer.isAccepted() ? accepted : refused).add(answer.body());
            }
        }

        private void awaitAnswers() {
            int wanted = accepted.size() + 5 * CLIENTS;
            while (accepted.size() < wanted && refused.isEmpty()) {
                LockSupport.parkNanos(1_000_000);
            }
        }

        @Override
        public void close() {
            working.set(false);
            ends.forEach(CompletableFuture::join);
        }
    }
}
