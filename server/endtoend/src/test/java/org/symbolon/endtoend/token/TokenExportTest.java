package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.api.kernel.ServerKeys;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.command.tokentype.daplug.SoftDaplug;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.WireTest;

/** Tokens that leave one server by a file and log in at another: who may take them, which go, and what stays behind. */
@WireTest
class TokenExportTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private static Path folder;

    private static InProcessServer source;
    private static ApiClient admin;
    private static ApiClient elsewhere;

    @BeforeAll
    static void start(InProcessServer other) {
        source = InProcessServer.start(folder.resolve("data"));
        admin = source.admin();
        elsewhere = other.admin();
    }

    @AfterAll
    static void stop() {
        source.close();
    }

    private static ApiClient administrator(String name) {
        LoginTokens tokens = new LoginTokens(source.bean(ServerKeys.class).loginTokenKey(), Clock.systemUTC());
        return admin.bearing(tokens.issue(name, "", LoginTokens.ADMIN, "password", List.of()));
    }

    private static void policy(String name, String action, String... more) {
        String[] parameters = ApiClient.joined(more, "scope", "admin", "action", action);
        assertThat(admin.post("/policy/" + name, parameters).status()).isEqualTo(200);
    }

    private static void enrol(String serial, String... parameters) {
        assertThat(admin.post("/token/init", ApiClient.joined(parameters, "serial", serial))
                        .status())
                .isEqualTo(200);
    }

    private static Answer export(ApiClient client, String... parameters) {
        return client.post("/token/export", ApiClient.joined(parameters, "password", PASSWORD));
    }

    private static boolean logsIn(ApiClient where, String serial, String value) {
        return where.check("serial", serial, value).isAccepted();
    }

    /** In one test, for policies hold for all. */
    @Test
    @ShowsEffect("admin/exporttokens")
    void tokensGoToAnotherServerWhereAPolicyLetsThem() {
        enrol("OUT1", "type", "hotp", "otpkey", SEED, "otplen", "8", "description", "Anna's");
        enrol("OUT2", "type", "daplug", "otpkey", SEED);
        enrol("OUT3", "type", "pw", "otpkey", "secret");
        enrol("OUT4", "type", "spass");
        enrol("OUT5", "type", "hotp", "otpkey", SEED);
        admin.post("/token/disable/OUT5");
        assertThat(logsIn(admin, "OUT1", new Device(SEED).otp(0, 8))).isTrue();

        String refused = "Admin actions are defined, but the action exporttokens is not allowed!";
        assertRefusal(export(admin), 403, 303, refused);
        policy("others", "enable, policywrite, auditlog", "adminuser", "admin", "realm", "");
        policy("all", "exporttokens", "adminuser", "taker", "realm", "");
        assertRefusal(export(admin), 403, 303, refused);

        Answer file = export(administrator("taker"), "serial", "OUT*");
        assertThat(file.status()).as(file.body()).isEqualTo(200);
        assertThat(file.contentType()).startsWith("application/pskc+xml");
        assertThat(file.body().split("<KeyPackage>", -1)).hasSize(4);
        assertThat(file.body()).doesNotContain(SEED, "MTIzNDU2Nzg5MDEyMzQ1Njc4OTA", "c2VjcmV0");

        assertValue(
                elsewhere.upload("/token/load/out.xml", file.body(), "type", "pskc", "password", PASSWORD),
                "{'n_imported': 3, 'n_not_imported': 0}");
        assertThat(logsIn(elsewhere, "OUT1", new Device(SEED).otp(0, 8))).isFalse();
        assertThat(logsIn(elsewhere, "OUT1", new Device(SEED).otp(1, 8))).isTrue();
        assertThat(logsIn(elsewhere, "OUT2", SoftDaplug.typed(new Device(SEED).otp(0))))
                .isTrue();
        assertThat(logsIn(elsewhere, "OUT3", "secret")).isTrue();
        assertThat(elsewhere.get("/token/", "serial", "OUT1").rows("tokens").get(0))
                .containsEntry("description", "Anna's");
        assertAudited();
    }

    private static void assertAudited() {
        assertThat(admin.get("/audit/", "action", "POST /token/export", "success", "1")
                        .rows("auditdata"))
                .extracting(row -> row.get("info"))
                .containsExactly("exported 3 tokens, left out 2");
    }

    @Test
    void aPasswordIsNotShort() {
        ApiClient taker = administrator("taker");

        assertThat(taker.post("/token/export", "password", "short").status()).isIn(400, 403);
    }
}
