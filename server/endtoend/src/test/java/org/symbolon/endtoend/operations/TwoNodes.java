package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.effect.Notes;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.Patience;
import org.symbolon.endtoend.harness.ServerProcess;
import org.symbolon.endtoend.harness.Store;
import org.symbolon.store.database.DatabaseAccess;

/** Two servers, each a process, on one database. */
abstract class TwoNodes {

    /** After so many failures an account has to pause. */
    static final int FAILURES = 300;

    static Path folder;
    static DatabaseAccess database;
    static Store store;
    static Notes notes;
    static ServerProcess first;
    static ServerProcess second;
    final SplittableRandom random = new SplittableRandom();
    ApiClient here;
    ApiClient there;

    @BeforeAll
    static void start(@TempDir Path place) {
        folder = place;
        database = InProcessServer.installed(folder.resolve("first"));
        store = Store.of(database);
        notes = new Notes(folder.resolve("notes"));
        ServerProcess.copyKey(folder.resolve("first"), folder.resolve("second"));
        first = node("first");
        second = node("second");
        ApiClient admin = admin(first);
        Path passwd = PasswdFile.write(folder, 3);
        admin.post("/resolver/users", "type", "passwdresolver", "fileName", passwd.toString());
        assertThat(admin.post("/realm/realm1", "resolvers", "users").status()).isEqualTo(200);
    }

    @AfterAll
    static void stopAll() {
        Stream.of(first, second).filter(Objects::nonNull).forEach(ServerProcess::close);
    }

    @BeforeEach
    void bothAreUp() {
        if (!first.isAlive()) {
            first = node("first");
        }
        if (!second.isAlive()) {
            second = node("second");
        }
        here = admin(first);
        there = admin(second);
    }

    static ApiClient admin(ServerProcess node) {
        return ApiClient.loggedIn(node.port(), InProcessServer.ADMIN, InProcessServer.ADMIN_PASSWORD);
    }

    /** Many wrong values at the same time are what some tests are about, so that accounts may fail more often than elsewhere. */
    static ServerProcess node(String name) {
        Map<String, String> more = Map.of(
                "SYMBOLON_BRAKE_ACCOUNT_FAILURES",
                Integer.toString(FAILURES),
                "SYMBOLON_EFFECTS_LEASE",
                "3s",
                Notes.VARIABLE,
                notes.folder().toString());
        return ServerProcess.start(folder.resolve(name), name, database, more);
    }

    Device enrol(String serial) {
        Device device = Device.random(random);
        assertThat(here.enrolHotp(serial, device.seed(), "pin").status()).isEqualTo(200);
        return device;
    }

    static void until(BooleanSupplier condition) {
        Patience.until("what one node did is known on the other", condition);
    }
}
