package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertDecisionWithoutDetail;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.secret.PasswordHasher;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.CheapHasher;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Where policies hide why somebody is refused, nothing tells whether he is known and what is with his token: no answer, and no hash. */
@WireTest
class HiddenFailuresWireTest {

    private static final String REALM = "hidden";

    private final Device device = Device.random(new SplittableRandom());
    private final Map<String, String> wrong = new LinkedHashMap<>();
    private InProcessServer server;
    private Tenant tenant;
    private PoliciesInUse policies;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) {
        server = shared;
        tenant = Tenant.create(shared, REALM, folder, 10);
        policies = new PoliciesInUse(tenant.admin(), REALM);
        wrong.put("nobody", "pin" + device.otp(0));
        wrong.put("user0", "a user without a token");
        wrong.put(owner("user1"), "another PIN" + device.otp(0));
        wrong.put(owner("user2"), "pin000000");
        wrong.put(owner("user3"), "");
        wrong.put(full("user4"), "pin" + device.otp(0));
        wrong.put(after("user5", "/token/disable/"), "pin" + device.otp(0));
        wrong.put(after("user6", "/token/revoke/"), "pin" + device.otp(0));
        wrong.put(owner("user7", "validity_period_end", "2020-01-01T00:00+0000"), "pin" + device.otp(0));
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    private static String serial(String user) {
        return "HIDE-" + user;
    }

    /** A user with a token. */
    private String owner(String user, String... more) {
        String[] usual = {"type", "hotp", "otpkey", device.seed(), "pin", "pin"};
        Answer enrolled = tenant.enrol(serial(user), user, ApiClient.joined(more, usual));
        assertThat(enrolled.status()).as(enrolled.body()).isEqualTo(200);
        return user;
    }

    private String after(String user, String change) {
        owner(user);
        assertThat(tenant.admin().post(change + serial(user)).status()).isEqualTo(200);
        return user;
    }

    private String full(String user) {
        owner(user);
        tenant.admin().post("/token/set", "serial", serial(user), "max_failcount", "1");
        assertThat(tenant.check(user, "pin000000").isRejected()).isTrue();
        return user;
    }

    private void hide() {
        policies.use("authorization", "no_detail_on_fail");
    }

    private Function<String, Answer> by(String path, String user, String pass) {
        return login -> tenant.anyone().post(path, user, login, "realm", REALM, pass, wrong.get(login));
    }

    /** All of an answer but when it was given, which thread gave it and with which signature. */
    private static String told(Answer answer) {
        return answer.status() + " " + answer.contentType() + " "
                + answer.body().replaceAll("\"(time|threadid)\": [0-9.]+|\"signature\": \"[^\"]*\"", "");
    }

    private void assertAlike(Function<String, Answer> logIn) {
        Map<String, String> told = new LinkedHashMap<>();
        wrong.keySet().forEach(user -> told.put(user, told(logIn.apply(user))));

        assertThat(told).allSatisfy((user, answer) -> assertThat(answer).isEqualTo(told.get("user1")));
    }

    /** Whoever has no right PIN waits once, whatever else is so; a right one is known without a hash. */
    private void assertOfOneCost(String path, String user, String pass) {
        CheapHasher hasher = (CheapHasher) server.bean(PasswordHasher.class);
        Map<String, Integer> waits = new LinkedHashMap<>();
        for (String login : wrong.keySet()) {
            int before = hasher.waits();
            tenant.anyone().post(path, user, login, "realm", REALM, pass, "nobody's PIN 000000");
            waits.put(login, hasher.waits() - before);
        }

        assertThat(waits).allSatisfy((login, count) -> assertThat(count).isEqualTo(1));
    }

    @Test
    void withoutSuchAPolicyEachIsToldWhatIsWrong() {
        assertRefusal(
                by("/validate/check", "user", "pass").apply("nobody"),
                400,
                904,
                "ERR904: User <nobody@hidden> does not exist.");
        assertDecision(
                by("/validate/check", "user", "pass").apply("user0"),
                false,
                "{'message': 'The user has no tokens assigned'}");
    }

    @Test
    @ShowsEffect("authorization/no_detail_on_fail")
    void aCheckTellsNobodyApart() {
        hide();

        assertDecisionWithoutDetail(by("/validate/check", "user", "pass").apply("nobody"), false);
        assertAlike(by("/validate/check", "user", "pass"));
    }

    @Test
    void neitherDoTheOtherChecks() {
        hide();

        assertAlike(by("/validate/samlcheck", "user", "pass"));
        assertAlike(by("/validate/radiuscheck", "user", "pass"));
        assertThat(by("/validate/samlcheck", "user", "pass").apply("nobody").value())
                .isEqualTo(Map.of("auth", false, "attributes", Map.of()));
    }

    @Test
    void norDoLogInsToTheServerItself() {
        hide();
        policies.use("webui", "login_mode=eduMFA", "realm", REALM);
        assertAlike(by("/auth", "username", "password"));
        policies.end();

        hide();
        policies.use("webui", "login_mode=disable", "realm", REALM);
        assertAlike(by("/auth", "username", "password"));
    }

    @Test
    void anAnswerToAChallengeThatIsNoneTellsNobodyApart() {
        hide();

        assertAlike(
                user -> tenant.check("nobody".equals(user) ? user : "user1", "1", "transaction_id", "0".repeat(20)));
        assertAlike(user -> tenant.check(user, "1", "transaction_id", "0".repeat(20)));
    }

    @Test
    void aTokenThatDoesNotExistIsNotToldFromOneThatDoes() {
        hide();
        List<String> serials = List.of(serial("user1"), serial("user6"), "HIDE-NONE");

        assertThat(serials)
                .extracting(serial -> told(tenant.anyone().check("serial", serial, "wrong000000")))
                .containsOnly(told(tenant.check("nobody", "wrong000000")));
    }

    @Test
    void whoIsRightIsLetInAsEver() {
        hide();
        owner("user8");

        assertThat(tenant.check("user8", "pin" + device.otp(3)).isAccepted()).isTrue();
        assertThat(tenant.anyone()
                        .post("/auth", "username", "user9", "realm", REALM, "password", PasswdFile.PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theAuditKnowsWhatWasHidden() {
        hide();
        tenant.check("nobody", "anything");

        assertThat(tenant.admin()
                        .get("/audit/", "user", "nobody", "realm", REALM, "page_size", "1")
                        .rows("auditdata")
                        .get(0))
                .containsEntry("success", 0)
                .extractingByKey("info")
                .asString()
                .contains("User <nobody@hidden> does not exist.");
    }

    @Test
    void nobodysCheckCostsMoreHashesThanAnothers() {
        hide();

        assertOfOneCost("/validate/check", "user", "pass");
        assertOfOneCost("/validate/samlcheck", "user", "pass");
        assertOfOneCost("/validate/radiuscheck", "user", "pass");
    }

    @Test
    void norDoesALogInToTheServerItself() {
        hide();
        policies.use("webui", "login_mode=eduMFA", "realm", REALM);

        assertOfOneCost("/auth", "username", "password");
    }
}
