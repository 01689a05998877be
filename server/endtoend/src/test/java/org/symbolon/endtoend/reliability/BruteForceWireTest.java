package org.symbolon.endtoend.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;

/** What a guesser did: wrong passwords without end, and then the right one, by each way that there is. */
class BruteForceWireTest {

    private static final int FAILURES = 5;

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static ApiClient admin;
    private static ApiClient anyone;

    @BeforeAll
    static void start() {
        server = InProcessServer.start(
                folder.resolve("data"),
                "--symbolon.brake.account-failures=" + FAILURES,
                "--symbolon.brake.address-failures=8");
        admin = server.admin();
        anyone = server.anonymous();
        admin.post(
                "/resolver/users",
                "type",
                "passwdresolver",
                "fileName",
                PasswdFile.write(folder, 9).toString());
        admin.post("/realm/realm1", "resolvers", "users");
        admin.post("/defaultrealm/realm1");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answer fail(String path, String... parameters) {
        Answer last = null;
        for (int number = 0; number < FAILURES; number++) {
            last = anyone.post(path, parameters);
            assertThat(last.status()).as("failure %d: %s", number, last.body()).isNotEqualTo(429);
            assertThat(last.isAccepted()).isFalse();
        }
        return last;
    }

    private static void assertPaused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(429);
        assertThat(answer.errorMessage()).matches("Too many failed attempts. Try again in \\d+ seconds.");
    }

    @Test
    void thePasswordOfAnAdministratorCannotBeGuessed() {
        fail("/auth", "username", InProcessServer.ADMIN, "password", "wrong");
        assertPaused(
                anyone.post("/auth", "username", InProcessServer.ADMIN, "password", InProcessServer.ADMIN_PASSWORD));
        assertThat(admin.get("/audit/", "action", "POST /auth", "page_size", "1")
                        .body())
                .contains("Too many failed attempts");
    }

    @Test
    void norThatOfAUserWhateverCaseHisNameIsTypedInAndWhateverWayIsTaken() {
        fail("/auth", "username", "user1", "password", "wrong");
        assertPaused(anyone.post("/auth", "username", "user1@realm1", "password", PasswdFile.PASSWORD));
        admin.post("/policy/through", "scope", "authentication", "action", "passthru=userstore", "user", "user1");
        assertPaused(anyone.post("/validate/check", "user", "user1", "pass", PasswdFile.PASSWORD));
        admin.delete("/policy/through");
    }

    @Test
    void norTheValueOfATokenThatIsNamed() {
        admin.post("/token/init", "type", "spass", "serial", "BRUTE1", "pin", "pin", "user", "user2");
        fail("/validate/check", "serial", "BRUTE1", "pass", "wrong");
        assertPaused(anyone.post("/validate/check", "serial", "brute1", "pass", "pin"));
    }

    @Test
    void norOneWhoseValueAloneIsAskedAbout() {
        admin.post("/token/init", "type", "hotp", "serial", "BRUTE2", "otpkey", "31".repeat(20), "user", "user3");
        fail("/validate/check", "serial", "BRUTE2", "otponly", "1", "pass", "000000");
        assertPaused(anyone.post("/validate/check", "serial", "BRUTE2", "otponly", "1", "pass", "755224"));
    }

    @Test
    void whetherThereIsSomebodyIsNotToBeSeenByIt() {
        fail("/validate/check", "user", "nobody", "pass", "wrong");
        assertPaused(anyone.post("/validate/check", "user", "Nobody", "pass", "wrong"));
    }

    @Test
    void anAddressThatTriesManyAccountsHasToPauseAndOthersDoNot() {
        admin.post("/system/setConfig", "OverrideAuthorizationClient", "127.0.0.1>192.0.2.0/24");
        for (int number = 0; number < 8; number++) {
            Answer wrong =
                    anyone.post("/validate/check", "client", "192.0.2.7", "user", "someone" + number, "pass", "123456");
            assertThat(wrong.status()).isEqualTo(400);
        }
        assertPaused(anyone.post("/validate/check", "client", "192.0.2.7", "user", "user8", "pass", "123456"));
        assertThat(anyone.post("/validate/check", "client", "192.0.2.8", "user", "user8", "pass", "1")
                        .status())
                .isEqualTo(200);
        admin.delete("/system/OverrideAuthorizationClient");
    }
}
