package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.cli.apikey.ApiKeys;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** What policies do before a log-in is judged, how it is judged, and what stands around the check of the tokens. */
@WireTest
class LoginRulePolicyWireTest {

    private static final String REALM = "rules";
    private static final String AUTHORIZATION = "authorization";
    private static final String AUTHENTICATION = "authentication";
    private static final String NO_TOKENS = "{'message': 'The user has no tokens assigned'}";
    private static final String WRONG_PIN = "{'message': 'wrong otp pin'}";

    private final Device device = Device.random(new SplittableRandom());
    private InProcessServer server;
    private Tenant tenant;
    private PoliciesInUse policies;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) {
        server = shared;
        tenant = Tenant.create(shared, REALM, folder, 40);
        policies = new PoliciesInUse(tenant.admin(), "rules");
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    private void hotp(String serial, String user) {
        assertThat(tenant.enrol(serial, user, "type", "hotp", "otpkey", device.seed(), "pin", "pin")
                        .status())
                .isEqualTo(200);
    }

    private void spass(String serial, String user) {
        assertThat(tenant.enrol(serial, user, "type", "spass", "pin", "pin").status())
                .isEqualTo(200);
    }

    private String pass(long counter) {
        return "pin" + device.otp(counter);
    }

    private static String about(String message, String serial) {
        return "{'message': '%s', 'serial': '%s', 'type': 'hotp', 'otplen': 6}".formatted(message, serial);
    }

    private static String right(String serial) {
        return about("matching 1 tokens", serial);
    }

    private static String onSpass(String message, String serial) {
        return "{'message': '" + message + "', 'serial': '" + serial + "', 'type': 'spass', 'otplen': 6}";
    }

    private static String only(String message) {
        return "{'message': \"" + message + "\"}";
    }

    @Test
    @ShowsEffect("authorization/setrealm")
    void theUserIsLookedUpInTheRealmThatAPolicyNames() {
        hotp("RUL1", "user1");
        policies.use(AUTHORIZATION, "setrealm=" + REALM, "realm", "there", "user", "user1");

        assertDecision(
                tenant.anyone().post("/validate/check", "user", "user1", "realm", "there", "pass", pass(0)),
                true,
                right("RUL1"));

        policies.use(AUTHORIZATION, "setrealm=other", "user", "user1");
        assertRefusal(
                tenant.anyone().post("/validate/check", "user", "user1", "realm", "there", "pass", pass(1)),
                403,
                303,
                "I do not know, to which realm I should set the new realm. Conflicting policies exist.");
    }

    @Test
    @ShowsEffect("authentication/mangle")
    void parametersAreRewritten() {
        hotp("RUL2", "user2");
        policies.use(AUTHENTICATION, "mangle=user/^corp_(.*)/\\1/");
        policies.use(AUTHENTICATION, "mangle='pass/^ +//'");

        assertDecision(tenant.check("corp_user2", "  " + pass(0)), true, right("RUL2"));

        policies.use(AUTHENTICATION, "mangle=user/a", "user", "user2");
        assertRefusal(
                tenant.check("user2", pass(1)), 403, 303, "A policy says 'mangle' in a way that cannot be followed.");
    }

    @Test
    @ShowsEffect("authorization/api_key_required")
    void logInsAreTakenFromProgramsWithAnApiKeyOnly() {
        hotp("RUL3", "user3");
        policies.use(AUTHORIZATION, "api_key_required");
        String key = issued().key();
        String none = "No valid API key was passed.";
        String[] login = {"user", "user3", "realm", REALM, "pass", pass(0)};

        assertRefusal(tenant.anyone().post("/validate/check", login), 403, 303, none);
        assertRefusal(tenant.anyone().bearing("nonsense").post("/validate/check", login), 403, 303, none);
        assertRefusal(
                tenant.admin().post("/validate/check", login),
                403,
                303,
                "A correct JWT was passed, but it was no API key.");
        assertRefusal(tenant.anyone().get("/validate/polltransaction", "transaction_id", "1"), 403, 303, none);
        assertRefusal(
                tenant.anyone().post("/validate/check", "pass", "x"),
                400,
                905,
                "ERR905: You need to specify a serial or a user.");
        assertDecision(tenant.anyone().bearing(key).post("/validate/check", login), true, right("RUL3"));
    }

    private ApiKeys.Issued issued() {
        return server.bean(ApiKeys.class).issue("vpn", "API", ApiKeys.Role.VALIDATE, Duration.ofDays(1));
    }

    @Test
    void anApiKeyThatWasRevokedIsNone() {
        policies.use(AUTHORIZATION, "api_key_required");
        ApiKeys.Issued issued = issued();
        ApiClient program = tenant.anyone().bearing(issued.key());
        assertThat(program.get("/validate/polltransaction", "transaction_id", "1")
                        .status())
                .isEqualTo(200);

        server.bean(ApiKeys.class).revoke(issued.id());

        assertRefusal(
                program.get("/validate/polltransaction", "transaction_id", "1"),
                403,
                303,
                "No valid API key was passed.");
        assertThatThrownBy(() -> server.bean(ApiKeys.class).revoke(issued.id()))
                .hasMessageContaining("The requested API key could not be found.");
        Answer history = tenant.admin().get("/history/apikey/" + issued.id());
        assertThat(history.body()).contains("ApiKeyIssued", "ApiKeyRevoked", "vpn", "command line");
        assertThat(history.body() + issued).doesNotContain(issued.key());
    }

    @Test
    @ShowsEffect("authentication/otppin")
    void thePinIsTheOneOfTheTokenThePasswordOfTheUserStoreOrNone() {
        hotp("RUL4", "user4");
        policies.use(AUTHENTICATION, "otppin=userstore", "realm", REALM, "user", "user4");
        assertDecision(tenant.check("user4", pass(0)), false, WRONG_PIN);
        assertDecision(tenant.check("user4", PasswdFile.PASSWORD + device.otp(0)), true, right("RUL4"));
        policies.end();

        policies.use(AUTHENTICATION, "otppin=none", "realm", REALM, "user", "user4");
        assertDecision(tenant.check("user4", pass(1)), false, WRONG_PIN);
        assertDecision(tenant.check("user4", device.otp(1)), true, right("RUL4"));
    }

    @Test
    @ShowsEffect({"authentication/increase_failcounter_on_challenge", "authentication/reset_all_user_tokens"})
    void challengesCountAsFailuresAndASuccessClearsTheCountersOfAllTokens() {
        hotp("RUL5", "user5");
        spass("RUL6", "user5");
        policies.use(AUTHENTICATION, "challenge_response=hotp, increase_failcounter_on_challenge", "realm", REALM);
        tenant.admin().post("/validate/triggerchallenge", "serial", "RUL5");
        assertThat(ExpectedJson.entry(tenant.listed("RUL5"), "failcount")).isEqualTo(1);

        policies.use(AUTHENTICATION, "reset_all_user_tokens", "realm", REALM);
        tenant.admin().post("/token/setpin/RUL6", "otppin", "other");
        assertDecision(tenant.check("user5", "other"), true, onSpass("matching 1 tokens", "RUL6"));
        assertThat(ExpectedJson.entry(tenant.listed("RUL5"), "failcount")).isEqualTo(0);
    }

    @Test
    @ShowsEffect("authentication/resync_via_multichallenge")
    void aValueBeyondTheWindowIsAnsweredWithTheQuestionForTheNext() {
        hotp("RUL7", "user7");
        tenant.admin().post("/system/setConfig", "AutoResync", "1");
        policies.use(AUTHENTICATION, "resync_via_multichallenge", "realm", REALM);

        Answer asked = tenant.check("user7", pass(20));
        tenant.admin().delete("/system/AutoResync");

        assertThat(asked.message()).isEqualTo("To resync your token, please enter the next OTP value");
    }

    @Test
    @ShowsEffect("authentication/change_pin_via_validate")
    void whosePinIsDueChoosesANewOneThatTheRulesForUsersAdmit() {
        hotp("RUL20", "user20");
        tenant.admin().post("/token/info/RUL20/next_pin_change", "value", "2026-01-01T00:00+0000");
        policies.use(AUTHENTICATION, "change_pin_via_validate", "realm", REALM);
        policies.use("user", "otp_pin_minlength=5, hotp_otp_pin_contents=n", "realm", REALM);

        Answer first = tenant.check("user20", pass(0));
        assertThat(first.message()).isEqualTo("Please enter a new PIN");
        String transaction = (String) first.detail().get("transaction_id");
        assertRefusal(choose("1234", transaction), 403, 303, "The minimum OTP PIN length is 5");
        Answer second = choose("12345", transaction);
        assertThat(second.message()).isEqualTo("Please enter the new PIN again");
        Answer third = choose("12345", (String) second.detail().get("transaction_id"));

        assertDecision(third, true, "{'message': 'PIN successfully set.', 'serial': 'RUL20'}");
        assertThat(tenant.check("user20", "12345" + device.otp(1)).isAccepted()).isTrue();
    }

    private Answer choose(String pin, String transaction) {
        return tenant.check("user20", pin, "transaction_id", transaction);
    }

    @Test
    @ShowsEffect("authentication/passOnNoUser")
    void whoIsUnknownIsLetInWhereAPolicySaysSo() {
        String policy = policies.use(AUTHENTICATION, "passOnNoUser", "realm", REALM);

        assertDecision(
                tenant.check("nobody", "x"), true, only("user does not exist, accepted due to '" + policy + "'"));
        assertRefusal(
                tenant.anyone().post("/validate/check", "user", "nobody", "realm", "elsewhere", "pass", "x"),
                400,
                904,
                "ERR904: User <nobody@elsewhere> does not exist.");
        assertRefusal(
                tenant.check("nobody", "x", "serial", "RUL1"), 400, 904, "ERR904: User <nobody@rules> does not exist.");
    }

    @Test
    @ShowsEffect("authentication/passOnNoToken")
    void whoHasNoTokenIsLetInWhereAPolicySaysSo() {
        spass("RUL8", "user8");
        String policy = policies.use(AUTHENTICATION, "passOnNoToken", "realm", REALM);

        assertDecision(tenant.check("user9", "x"), true, only("user has no token, accepted due to '" + policy + "'"));
        assertDecision(tenant.check("user8", "wrong"), false, WRONG_PIN);
        assertDecision(tenant.check("user8", "x", "type", "hotp"), false, NO_TOKENS);
    }

    @Test
    @ShowsEffect("authentication/passthru")
    void whoHasNoTokenLogsInWithThePasswordOfHisUserStore() {
        spass("RUL10", "user10");
        String policy = policies.use(AUTHENTICATION, "passthru", "realm", REALM);

        assertDecision(
                tenant.check("user11", PasswdFile.PASSWORD), true, only("against userstore due to '" + policy + "'"));
        assertDecision(tenant.check("user11", "wrong"), false, NO_TOKENS);
        assertDecision(tenant.check("user11", ""), false, NO_TOKENS);
        assertDecision(tenant.check("user10", PasswdFile.PASSWORD), false, WRONG_PIN);

        policies.use(AUTHENTICATION, "passthru=userstore", "realm", REALM);
        assertThat(tenant.check("user11", PasswdFile.PASSWORD).isAccepted()).isTrue();
        policies.use(AUTHENTICATION, "passthru=radius1", "realm", REALM);
        assertRefusal(tenant.check("user11", PasswdFile.PASSWORD), 403, 303, "Contradicting passthru policies.");
    }

    @Test
    @ShowsEffect("authorization/auth_max_success")
    void onlySoManyLogInsSucceedInATime() {
        hotp("RUL13", "user13");
        policies.use(AUTHORIZATION, "auth_max_success=2/1h", "realm", REALM);

        assertDecision(tenant.check("user13", pass(0)), true, right("RUL13"));
        assertDecision(tenant.check("user13", pass(1)), true, right("RUL13"));
        assertDecision(
                tenant.check("user13", pass(2)),
                false,
                about("Only 2 successful authentications per 1:00:00", "RUL13"));
    }

    @Test
    @ShowsEffect("authorization/auth_max_fail")
    void afterSoManyFailuresEvenARightLogInFails() {
        spass("RUL14", "user14");
        policies.use(AUTHORIZATION, "auth_max_fail=2/1d", "realm", REALM);
        tenant.check("user14", "wrong");

        assertDecision(tenant.check("user14", "pin"), true, onSpass("matching 1 tokens", "RUL14"));
        tenant.check("user14", "wrong");
        assertDecision(
                tenant.check("user14", "pin"),
                false,
                onSpass("Only 2 failed authentications per 1 day, 0:00:00", "RUL14"));
        assertDecision(
                tenant.anyone().check("serial", "RUL14", "pin"),
                false,
                onSpass("Only 2 failed authentications per 1 day, 0:00:00", "RUL14"));
    }

    @Test
    @ShowsEffect("authorization/last_auth")
    void aTokenThatWasNotUsedForLongIsNotUsedAgain() {
        hotp("RUL15", "user15");
        policies.use(AUTHORIZATION, "last_auth=10d", "realm", REALM);
        assertDecision(tenant.check("user15", pass(0)), true, right("RUL15"));
        String old = "2020-01-02 03:04:05.000006+00:00";
        tenant.admin().post("/token/info/RUL15/last_auth", "value", old);

        String refusal = "The last successful authentication was " + old + ". It is to long ago.";
        assertDecision(tenant.check("user15", pass(1)), false, about(refusal, "RUL15"));
        assertDecision(tenant.anyone().check("serial", "RUL15", pass(2)), false, about(refusal, "RUL15"));
        policies.end();
        assertDecision(tenant.check("user15", pass(3)), true, right("RUL15"));
    }

    @Test
    @ShowsEffect("authentication/auth_cache")
    void theSameLogInCountsAgainAsOftenAsAPolicySays() {
        hotp("RUL16", "user16");
        policies.use(AUTHENTICATION, "auth_cache=4h/2", "realm", REALM);
        String cached = only("Authenticated by AuthCache.");

        assertDecision(tenant.check("user16", pass(0)), true, right("RUL16"));
        assertDecision(tenant.check("user16", pass(0)), true, cached);
        assertDecision(tenant.check("user16", pass(0)), true, cached);
        assertDecision(
                tenant.check("user16", pass(0)), false, about("wrong otp value. previous otp used again", "RUL16"));
        assertDecision(tenant.check("user16", "wrong"), false, WRONG_PIN);
    }

    @Test
    void aValueThatCannotBeFollowedIsRefusedClearly() {
        spass("RUL17", "user17");
        for (String malformed : new String[] {"auth_max_fail=often", "auth_max_success=2/long", "last_auth=ever"}) {
            policies.use(AUTHORIZATION, malformed, "realm", REALM);
            assertRefusal(
                    tenant.check("user17", "pin"),
                    403,
                    303,
                    "A policy says '" + malformed.substring(0, malformed.indexOf('=')) + "' in a way that cannot be"
                            + " followed.");
            policies.end();
        }
        policies.use(AUTHENTICATION, "auth_cache=1h/2/3", "realm", REALM);
        assertRefusal(
                tenant.check("user17", "pin"),
                403,
                303,
                "A policy says 'auth_cache' in a way that cannot be followed.");
    }
}
