package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Databases;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.ServerProcess;
import org.symbolon.endtoend.harness.SharedWorld;
import org.symbolon.endtoend.harness.Store;
import org.symbolon.store.database.EmbeddedDatabase;

/** Two servers, each a process, on one database. */
@ExtendWith(TwoNodes.World.class)
abstract class TwoNodes {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(10);

    /** After so many failures an account has to pause. */
    static final int FAILURES = 300;

    static Path folder;
    static EmbeddedDatabase database;
    static Store store;
    static ServerProcess first;
    static ServerProcess second;
    final SplittableRandom random = new SplittableRandom();
    ApiClient here;
    ApiClient there;

    static final class World extends SharedWorld {

        @Override
        protected Runnable start(Path place) {
            folder = place;
            try {
                startBoth();
            } catch (RuntimeException failed) {
                stopAll();
                throw failed;
            }
            return TwoNodes::stopAll;
        }
    }

    private static void startBoth() {
        database = Databases.start(folder.resolve("database"));
        store = Store.of(database.access());
        first = node("first");
        ServerProcess.copyKey(folder.resolve("first"), folder.resolve("second"));
        ServerProcess.addAdmin(folder.resolve("first"), "admin", "secret", database.access());
        second = node("second");
        ApiClient admin = ApiClient.loggedIn(first.port(), "admin", "secret");
        Path passwd = PasswdFile.write(folder, 3);
        admin.post("/resolver/users", "type", "passwdresolver", "fileName", passwd.toString());
        assertThat(admin.post("/realm/realm1", "resolvers", "users").status()).isEqualTo(200);
    }

    private static void stopAll() {
        Stream.of(first, second).filter(Objects::nonNull).forEach(ServerProcess::close);
        if (database != null) {
            database.close();
        }
    }

    @BeforeEach
    void bothAreUp() {
        if (!first.isAlive()) {
            first = node("first");
        }
        if (!second.isAlive()) {
            second = node("second");
        }
        here = ApiClient.loggedIn(first.port(), "admin", "secret");
        there = ApiClient.loggedIn(second.port(), "admin", "secret");
    }

    /** Many wrong values at the same time are what some tests are about, so that accounts may fail more often than elsewhere. */
    static ServerProcess node(String name) {
        Map<String, String> more = Map.of("SYMBOLON_BRAKE_ACCOUNT_FAILURES", Integer.toString(FAILURES));
        return ServerProcess.start(folder.resolve(name), name, database.access(), more);
    }

    Device enrol(String serial) {
        Device device = Device.random(random);
        assertThat(here.enrolHotp(serial, device.seed(), "pin").status()).isEqualTo(200);
        return device;
    }

    /** What must happen within a tenth of a second gets more on a busy machine. */
    static void until(Supplier<Boolean> condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.get()) {
            assertThat(System.nanoTime()).as("time is up").isLessThan(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
