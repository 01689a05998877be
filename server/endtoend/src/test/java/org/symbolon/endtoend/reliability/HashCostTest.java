package org.symbolon.endtoend.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.CheapHasher;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.store.database.DatabaseAccess;

/** What an attacker did who made the server hash: a request at a user with sixty tokens, and a start in the morning. */
class HashCostTest {

    private static final int TOKENS = 60;

    @TempDir
    private Path folder;

    private final SplittableRandom random = new SplittableRandom();
    private DatabaseAccess database;
    private final List<Device> devices = new ArrayList<>();

    private InProcessServer start(String... properties) {
        return InProcessServer.start(folder.resolve("data"), database, properties);
    }

    private static int hashes(InProcessServer server) {
        return ((CheapHasher) server.bean(PasswordHasher.class)).verified();
    }

    private void enrolSixty(InProcessServer server) {
        ApiClient admin = server.admin();
        admin.post(
                "/resolver/users",
                "type",
                "passwdresolver",
                "fileName",
                PasswdFile.write(folder, 2).toString());
        admin.post("/realm/realm1", "resolvers", "users");
        for (int number = 0; number < TOKENS; number++) {
            Device device = Device.random(random);
            devices.add(device);
            Answer enrolled = admin.enrolHotp(
                    "MANY" + (10 + number), device.seed(), "pin" + number + "-", "user", "user0", "realm", "realm1");
            assertThat(enrolled.status()).isEqualTo(200);
        }
    }

    private Answer logIn(InProcessServer server, int number, long counter) {
        String pass = "pin" + number + "-" + devices.get(number).otp(counter);
        return server.anonymous().post("/validate/check", "user", "user0@realm1", "pass", pass);
    }

    private static Answer wrong(InProcessServer server) {
        return server.anonymous().post("/validate/check", "user", "user0@realm1", "pass", "wrong755224");
    }

    @Test
    void aNodeThatStartsKnowsThePinsThatWereRightBefore() {
        database = InProcessServer.installed(folder.resolve("data"));
        try (InProcessServer first = start()) {
            enrolSixty(first);
        }
        try (InProcessServer second = start()) {
            assertThat(logIn(second, 59, 0).isAccepted()).isTrue();
            assertThat(logIn(second, 3, 0).isAccepted()).isTrue();
            assertThat(wrong(second).isRejected()).isTrue();
            assertThat(hashes(second)).isZero();
        }
        try (InProcessServer forgetful = start("--symbolon.pin-memory=0")) {
            assertThat(wrong(forgetful).isRejected()).isTrue();
            assertThat(hashes(forgetful)).as("of sixty").isEqualTo(8);
            assertThat(logIn(forgetful, 0, 0).isAccepted()).isTrue();
        }
    }
}
