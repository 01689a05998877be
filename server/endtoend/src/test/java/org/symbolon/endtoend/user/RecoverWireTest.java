package org.symbolon.endtoend.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Directory;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.MailedCodes;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.ShowsEffect;

/** Forgotten passwords are set anew with codes that come by mail. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecoverWireTest {

    private static final String REALM = "forgetful";
    private static final String ANOTHERS = "ERR904: The email does not match the users email.";
    private static final String NOT_ALLOWED = "User actions are defined, but this action is not allowed!";

    private InProcessServer server;
    private MailedCodes codes;
    private ApiClient admin;
    private ApiClient anyone;
    private PoliciesInUse policies;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        server = InProcessServer.start(folder);
        admin = server.admin();
        anyone = server.anonymous();
        codes = MailedCodes.start(admin, REALM);
        policies = new PoliciesInUse(admin, "recover");
        Path passwd = PasswdFile.write(folder, 3);
        admin.post("/resolver/fixed", "type", "passwdresolver", "fileName", passwd.toString());
        admin.post("/realm/fixed", "resolvers", "fixed");
    }

    @AfterAll
    void stop() throws IOException {
        server.close();
        codes.close();
    }

    @BeforeEach
    void sendByAServerThatIsThere() {
        mailServer("green");
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    private void mailServer(String name) {
        admin.post("/system/setConfig", "recovery.identifier", name);
    }

    private Answer recover(String user, String email) {
        return anyone.post("/recover", "user", user, "realm", REALM, "email", email);
    }

    private Answer reset(String user, String code, String password) {
        return anyone.post("/recover/reset", "user", user, "realm", REALM, "recoverycode", code, "password", password);
    }

    private boolean logsIn(String user, String password) {
        return anyone.post("/auth", "username", user, "realm", REALM, "password", password)
                        .status()
                == 200;
    }

    private int kept(String user) {
        return server.jdbc()
                .sql("select count(*) from rm.passwordreset where username = ?")
                .param(user)
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> lastRow(String action) {
        return admin.get("/audit/", "action", action, "pagesize", "1", "sortorder", "desc")
                .rows("auditdata")
                .get(0);
    }

    @Test
    void aForgottenPasswordIsSetAnewWithACodeThatIsGoodOnce() {
        assertValue(recover("ada", "Ada@example.org"), "true");
        assertThat(lastRow("POST /recover"))
                .containsEntry("success", 1)
                .containsEntry("user", "ada")
                .containsEntry("realm", REALM)
                .containsEntry("resolver", REALM);
        String code = codes.codeTo("ada@example.org");
        assertThat(MailedCodes.text(codes.to("ada@example.org").get(0)))
                .contains("password of ada")
                .contains(code);

        assertValue(reset("ada", code.toLowerCase(Locale.ROOT), "Another-Secret-1"), "false");
        assertThat(lastRow("POST /recover/reset")).containsEntry("success", 0);
        assertThat(logsIn("ada", Directory.PASSWORD)).isTrue();
        assertValue(reset("ada", code, "Another-Secret-1"), "true");
        assertThat(lastRow("POST /recover/reset")).containsEntry("success", 1).containsEntry("user", "ada");
        assertThat(logsIn("ada", Directory.PASSWORD)).isFalse();
        assertThat(logsIn("ada", "Another-Secret-1")).isTrue();
        assertValue(reset("ada", code, "Another-Secret-2"), "false");
        assertThat(logsIn("ada", "Another-Secret-2")).isFalse();
        assertThat(server.jdbc()
                        .sql("select payload from domain_event")
                        .query(String.class)
                        .list())
                .noneMatch(payload -> payload.contains(code) || payload.contains("Another-Secret"));
    }

    @Test
    void whoDoesNotExistIsRefusedLikeAWrongMailAddress() {
        for (String[] wrong : List.of(
                new String[] {"cleo", "other@example.org"},
                new String[] {"cleo", ""},
                new String[] {"nobody", "cleo@example.org"},
                new String[] {"", "cleo@example.org"})) {
            assertRefusal(recover(wrong[0], wrong[1]), 400, 904, ANOTHERS);
        }
        assertValue(reset("nobody", "code", "Another-Secret-1"), "false");
        assertThat(codes.to("cleo@example.org")).isEmpty();
        assertThat(kept("cleo")).isZero();
    }

    @Test
    void withoutAMailServerNothingIsKept() {
        admin.delete("/system/recovery.identifier");

        assertRefusal(
                recover("cleo", "cleo@example.org"), 400, 302, "ERR302: Missing configuration recovery.identifier.");
        assertThat(kept("cleo")).isZero();
    }

    @Test
    void aMailThatIsNotSentLeavesNoCodeBehindAndTheAuditSaysWhy() {
        mailServer("dead");

        assertRefusal(recover("cleo", "cleo@example.org"), 400, 10, "ERR10: Failed to send email!");
        assertThat(kept("cleo")).isZero();
        assertThat(lastRow("POST /recover"))
                .containsEntry("success", 0)
                .containsEntry("user", "cleo")
                .containsEntry("info", "ERR10: Failed to send email! The mail server 127.0.0.1:1 cannot be reached");
    }

    @Test
    void aUserStoreThatCannotBeWrittenToIsToldBeforeACodeIsMade() {
        assertRefusal(
                anyone.post("/recover", "user", "user1", "realm", "fixed", "email", "user1@example.org"),
                400,
                904,
                "ERR904: The resolver 'fixed' cannot change the user 'user1'.");
        assertThat(kept("user1")).isZero();
    }

    @Test
    @ShowsEffect("user/password_reset")
    void onceThereAreRightsOfUsersOnlyTheirsRecoverWhoHaveThis() {
        policies.use("user", "enable");
        assertRefusal(recover("ben", "ben@example.org"), 403, 303, NOT_ALLOWED);
        assertRefusal(reset("nobody", "code", "some"), 403, 303, NOT_ALLOWED);

        policies.use("user", "password_reset", "user", "cleo");
        assertRefusal(recover("ben", "ben@example.org"), 403, 303, NOT_ALLOWED);
        assertRefusal(recover("ben", "other@example.org"), 400, 904, ANOTHERS);
        assertRefusal(recover("nobody", "ben@example.org"), 400, 904, ANOTHERS);
        assertValue(recover("cleo", "cleo@example.org"), "true");
        assertValue(reset("cleo", codes.codeTo("cleo@example.org"), Directory.PASSWORD), "true");
    }

    @Test
    void nobodysMailboxIsFilledAndWhoAsksOnAndOnHasToPause() {
        for (int mail = 0; mail < 5; mail++) {
            assertValue(recover("ben", "ben@example.org"), "true");
        }
        assertRefusal(recover("ben", "ben@example.org"), 429, 403, "Too many attempts. Try again later.");
        assertThat(codes.to("ben@example.org")).hasSize(5);
        assertThat(kept("ben")).isEqualTo(5);

        List<Answer> answers = Stream.generate(() -> reset("stranger", "guess", "some"))
                .limit(21)
                .toList();
        assertThat(answers.get(19).status()).isEqualTo(200);
        assertThat(answers.get(20).status()).isEqualTo(429);
        assertThat(logsIn("ben", Directory.PASSWORD))
                .as("logging in is another matter")
                .isTrue();
    }

    @Test
    void noConnectionToTheDatabaseIsHeldWhileAMailServerIsSilent() {
        mailServer("silent");
        List<CompletableFuture<Answer>> waiting = Stream.of("cleo", "cleo", "cleo", "cleo")
                .map(user -> CompletableFuture.supplyAsync(() -> recover(user, user + "@example.org")))
                .toList();

        boolean noneIsHeld = false;
        while (waiting.stream().noneMatch(CompletableFuture::isDone)) {
            noneIsHeld |=
                    kept("cleo") == 4 && server.pool().getHikariPoolMXBean().getActiveConnections() < 4;
        }
        assertThat(noneIsHeld).isTrue();
        assertThat(waiting).allMatch(answer -> answer.join().status() == 400);
        assertThat(kept("cleo")).isZero();
    }
}
