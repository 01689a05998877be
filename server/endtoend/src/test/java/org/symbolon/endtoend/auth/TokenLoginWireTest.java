package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.SettablePolicies;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.events.auth.ChallengeTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.policy.LoginMode;

/** Users who log in to the server itself with their tokens, in one step or in two. */
class TokenLoginWireTest {

    private static final String REALM = "tokenlogin";
    private static final String WRONG = "Authentication failure. Wrong credentials";
    private static final String TEXT = "please enter otp: ";
    private static final SettablePolicies POLICIES = new SettablePolicies();

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static Tenant tenant;

    private final Device device = Device.random(new SplittableRandom());

    @BeforeAll
    static void start() {
        server = POLICIES.startServer(folder);
        tenant = Tenant.create(server, REALM, folder, 10);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void wantTokens() {
        POLICIES.reset();
        POLICIES.mode(LoginMode.TOKENS);
    }

    private void hotp(String serial, String user) {
        assertThat(tenant.enrol(serial, user, "type", "hotp", "otpkey", device.seed(), "pin", "pin")
                        .status())
                .isEqualTo(200);
    }

    private Answer logIn(String user, String password, String... more) {
        return tenant.anyone()
                .post("/auth", ApiClient.joined(more, "username", user, "realm", REALM, "password", password));
    }

    private List<Map<String, Object>> audited(String user) {
        return tenant.admin()
                .get("/audit/", "user", user, "action", "POST /auth")
                .rows("auditdata");
    }

    @Test
    void pinAndValueLogIn() {
        hotp("LOG1", "user1");

        Answer answer = logIn("user1", "pin" + device.otp(0));

        assertThat(answer.valueMap())
                .containsEntry("role", "user")
                .containsEntry("username", "user1")
                .containsEntry("realm", REALM)
                .containsKeys("token", "rights", "menus", "log_level");
        assertValue(
                answer,
                ExpectedJson.written(answer.value()),
                "{'message': 'matching 1 tokens', 'serial': 'LOG1', 'type': 'hotp', 'otplen': 6, 'loginmode': 'eduMFA', 'threadid': '<int>'}");
        assertThat(audited("user1")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("success", 1)
                .containsEntry("info", "loginmode=eduMFA")
                .containsEntry("serial", "LOG1")
                .containsEntry("token_type", "hotp"));
    }

    @Test
    void thePasswordOfTheUserStoreDoesNotAndIsCountedWithTheToken() {
        hotp("LOG2", "user2");

        assertRefusal(
                logIn("user2", PasswdFile.PASSWORD),
                401,
                4031,
                WRONG,
                "{'message': 'wrong otp pin', 'loginmode': 'eduMFA', 'threadid': '<int>'}");

        assertThat(ExpectedJson.entry(tenant.listed("LOG2"), "failcount")).isEqualTo(1);
        assertThat(audited("user2")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("success", 0)
                .containsEntry("info", WRONG + ", loginmode=eduMFA"));
    }

    @Test
    void thePinAloneAsksForTheValueAndTheValueLogsIn() {
        hotp("LOG3", "user3");
        POLICIES.terms(LoginTerms.draft()
                .challenges(new ChallengeTerms(Set.of("hotp"), null, Map.of(), false, List.of()))
                .terms());

        Answer asked = logIn("user3", "pin");

        assertThat(asked.valueMap())
                .containsEntry("role", "user")
                .containsEntry("username", "user3")
                .containsEntry("realm", REALM)
                .containsEntry("logout_time", 120)
                .doesNotContainKeys("token", "rights", "menus", "log_level");
        String question =
                "{'serial': 'LOG3', 'type': 'hotp', 'message': '%s', 'client_mode': 'interactive', 'transaction_id': '~\\\\d{20}'}"
                        .formatted(TEXT);
        assertValue(
                asked,
                ExpectedJson.written(asked.value()),
                ExpectedJson.overlaid(
                        question,
                        "{'messages': ['%s'], 'multi_challenge': [%s], 'transaction_ids': ['~\\\\d{20}'],"
                                        .formatted(TEXT, question)
                                + "'loginmode': 'eduMFA'}"));
        Answer in = logIn("user3", device.otp(0), "transaction_id", (String)
                asked.detail().get("transaction_id"));
        assertThat(in.valueMap()).containsKey("token");
        assertValue(
                in,
                ExpectedJson.written(in.value()),
                "{'message': 'Found matching challenge', 'serial': 'LOG3', 'loginmode': 'eduMFA', 'threadid': '<int>'}");
        assertThat(audited("user3")).extracting(row -> row.get("success")).containsExactly(1, 0);
    }

    @Test
    void whateverElseIsWrongIsToldAsWrongCredentials() {
        hotp("LOG4", "user4");
        tenant.admin().post("/token/revoke/LOG4");

        assertRefusal(logIn("user4", "pin" + device.otp(0)), 401, 4031, WRONG, "{}");
        assertRefusal(logIn("nobody", "pin"), 401, 4031, WRONG, "{}");
        assertRefusal(tenant.anyone().post("/auth", "username", "user4", "realm", REALM), 401, 4031, WRONG, "{}");
        assertRefusal(
                logIn("user5", "pin"),
                401,
                4031,
                WRONG,
                "{'message': 'The user has no tokens assigned', 'loginmode': 'eduMFA', 'threadid': '<int>'}");
    }

    @Test
    void whoMayNotLogInIsToldSoButAdministratorsAlwaysMay() {
        POLICIES.mode(LoginMode.DISABLED);

        assertRefusal(logIn("user6", PasswdFile.PASSWORD), 403, 303, "The login for this user is disabled.");
        assertThat(tenant.anyone()
                        .post("/auth", "username", InProcessServer.ADMIN, "password", InProcessServer.ADMIN_PASSWORD)
                        .status())
                .isEqualTo(200);
    }
}
