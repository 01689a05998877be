package org.symbolon.endtoend.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.Tenant;

/** What users try with tokens, their own and others', so that what is laid down for them does not hold. */
@PolicyTest
class OwnTokensWireTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final Device DEVICE = new Device(SEED);
    private static final String TOO_SHORT = "The minimum OTP PIN length is 4";

    private PolicyServer server;
    private Tenant tenant;
    private ApiClient admin;

    @BeforeAll
    void start(PolicyServer lent, @TempDir Path folder) throws Exception {
        server = lent;
        tenant = server.tenant();
        admin = server.admin();
        Path people = Files.writeString(folder.resolve("people"), "guest:x:1:1:Guest:/home:/bin/sh\n");
        admin.post("/resolver/people", "type", "passwdresolver", "fileName", people.toString());
        assertDone(admin.post("/realm/elsewhere", "resolvers", "people"));
    }

    private static void assertDone(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static void assertForbidden(Answer answer, String text) {
        assertRefusal(answer, 403, 303, text);
    }

    private static Answer init(ApiClient caller, String serial, String... more) {
        return caller.post("/token/init", ApiClient.joined(more, "serial", serial));
    }

    private Object shown(String serial, String field) {
        return ExpectedJson.entry(tenant.listed(serial), field);
    }

    private Map<?, ?> info(String serial) {
        return (Map<?, ?>) shown(serial, "info");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "rollover"})
    void rulesForPinsHoldForWhoSaysThatHeOnlyGoesOn(String parameter) {
        server.policy("user", "otp_pin_minlength=4", "user1");
        ApiClient user = server.user("user1");
        String serial = "PIN" + parameter;

        assertForbidden(init(user, serial, "otpkey", SEED, parameter, "1"), TOO_SHORT);
        assertForbidden(init(user, serial, "otpkey", SEED, "pin", "", parameter, "1"), TOO_SHORT);
        assertThat(admin.get("/token/", "serial", serial).rows("tokens")).isEmpty();

        assertDone(init(admin, serial, "otpkey", SEED, "user", "user1", "realm", "policed"));
        assertForbidden(init(user, serial, "otpkey", SEED, parameter, "1"), TOO_SHORT);
        assertDone(init(user, serial, "otpkey", SEED, parameter, "1", "pin", "1234"));
        assertDone(init(user, serial, "otpkey", SEED, parameter, "1"));
        assertThat(tenant.check("user1", "1234" + DEVICE.otp(0)).isAccepted()).isTrue();
        assertDone(admin.delete("/token/" + serial));
    }

    @Test
    void aTokenWithoutAPinThatSomebodyElseBeganIsStillVerified() {
        server.policy("user", "otp_pin_minlength=4", "user2");
        server.policy("enrollment", "verify_enrollment=hotp", "user2");
        assertDone(init(admin, "VER1", "otpkey", SEED, "user", "user2", "realm", "policed"));
        assertThat(shown("VER1", "rollout_state")).isEqualTo("verify");

        assertDone(init(server.user("user2"), "VER1", "verify", DEVICE.otp(0)));
        assertThat(shown("VER1", "rollout_state")).isEqualTo("enrolled");
    }

    @Test
    void aSecondStepIsNoVerificationThoughItSaysSo() {
        server.policy("admin", "hotp_2step=allow", "user11");
        server.policy("user", "hotp_2step=allow, otp_pin_minlength=4", "user11");
        assertDone(init(admin, "VER2", "genkey", "1", "2stepinit", "1", "user", "user11", "realm", "policed"));
        assertThat(shown("VER2", "rollout_state")).isEqualTo("clientwait");
        ApiClient user = server.user("user11");
        String[] second = {"otpkey", "3VLYHPABAIBQIBIGA4EA", "otpkeyformat", "base32check"};

        assertForbidden(init(user, "VER2", ApiClient.joined(second, "verify", "1")), TOO_SHORT);
        assertDone(init(user, "VER2", ApiClient.joined(second, "pin", "1234")));
    }

    @Test
    void twoStepsThatAPolicyWantsAreNotLeftByBeginningAnew() {
        server.policy("user", "hotp_2step=force", "user3");
        ApiClient user = server.user("user3");
        assertDone(init(user, "TWO1", "genkey", "1"));
        assertThat(shown("TWO1", "rollout_state")).isEqualTo("clientwait");

        assertDone(init(user, "TWO1", "genkey", "1", "rollover", "1"));
        assertThat(shown("TWO1", "rollout_state")).isEqualTo("clientwait");
        assertThat(shown("TWO1", "active")).isEqualTo(false);
        assertDone(init(user, "TWO1", "genkey", "1", "rollover", "1", "2stepinit", "0"));
        assertThat(shown("TWO1", "rollout_state")).isEqualTo("clientwait");

        assertDone(init(user, "TWO1", "otpkey", "3VLYHPABAIBQIBIGA4EA", "otpkeyformat", "base32check"));
        assertThat(shown("TWO1", "rollout_state")).isEqualTo("");
        assertThat(shown("TWO1", "active")).isEqualTo(true);
        assertDone(init(user, "TWO1", "genkey", "1"));
        assertThat(shown("TWO1", "rollout_state")).isEqualTo("clientwait");
    }

    @Test
    void aUserWritesNothingThatAPolicyGoesBy() {
        Answer saved = admin.post(
                "/policy/trust",
                "scope",
                "authorization",
                "action",
                "authorized=deny_access",
                "realm",
                "",
                "user",
                "user4",
                "conditions",
                "[[\"tokeninfo\", \"trusted\", \"equals\", \"no\", true]]");
        assertDone(saved);
        assertDone(admin.post("/policy/room", "scope", "authorization", "action", "tokeninfo=room/^B/", "realm", ""));
        assertDone(admin.post("/policy/disable/room"));
        ApiClient user = server.user("user4");

        for (String name : List.of("trusted", "room")) {
            assertForbidden(
                    init(user, "INF1", "otpkey", SEED, "info", "{\"" + name + "\": \"B1\"}"),
                    "Policies go by the entry '" + name + "': users may not write it.");
        }
        assertDone(admin.post(
                "/policy/dotted", "scope", "authorization", "action", "tokeninfo=hotp.seal/x/", "realm", ""));
        assertDone(admin.post("/policy/disable/dotted"));
        assertForbidden(
                init(user, "INF1", "otpkey", SEED, "hotp.seal", "x"),
                "Policies go by the entry 'hotp.seal': users may not write it.");
        assertForbidden(
                init(user, "INF1", "type", "question", "questions", "{\"trusted\": \"yes\"}"),
                "Policies go by the entry 'trusted': users may not write it.");
        assertThat(admin.get("/token/", "serial", "INF1").rows("tokens")).isEmpty();

        assertDone(init(user, "INF1", "otpkey", SEED, "info", "{\"colour\": \"red\"}"));
        assertThat(info("INF1").get("colour")).isEqualTo("red");
        assertDone(init(admin, "INF2", "otpkey", SEED, "info", "{\"trusted\": \"yes\"}"));
        assertThat(info("INF2").get("trusted")).isEqualTo("yes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count_auth_max",
                "count_auth",
                "last_auth",
                "tokenkind",
                "created_at",
                "failcounter_exceeded",
                "next_pin_change",
                "validity_period_end",
                "enroll_via_multichallenge",
                "hashlib",
                "timeWindow"
            })
    void aUserWritesNothingThatTheServerKeeps(String name) {
        assertForbidden(
                init(server.user("user5"), "KEP1", "type", "totp", "otpkey", SEED, "info", "{\"" + name + "\": \"9\"}"),
                "The server keeps the entry '" + name + "': users may not write it.");
        assertThat(admin.get("/token/", "serial", "KEP1").rows("tokens")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"timeWindow, 100000, 180", "timeWindow, 181, 180", "timeStep, 1, 6"})
    void aUserMakesHisTokenNotEasierToGuess(String parameter, String wanted, int most) {
        ApiClient user = server.user("user6");
        String[] window = parameter.equals("timeStep") ? new String[] {"timeWindow", "180"} : new String[0];

        assertRefusal(
                init(user, "WIN1", ApiClient.joined(window, "type", "totp", "otpkey", SEED, parameter, wanted)),
                400,
                905,
                "ERR905: Parameter 'timeWindow' must be at most " + most + " for users");
        assertThat(admin.get("/token/", "serial", "WIN1").rows("tokens")).isEmpty();
    }

    @Test
    void aShortStepOfAUserNarrowsTheWindowAndAdministratorsSetWhatTheyWant() {
        ApiClient user = server.user("user7");
        assertDone(init(user, "WIN2", "type", "totp", "otpkey", SEED, "timeStep", "10"));
        assertThat(info("WIN2").get("timeWindow")).isEqualTo("60");
        assertDone(init(user, "WIN3", "type", "totp", "otpkey", SEED, "timeWindow", "90"));
        assertThat(info("WIN3").get("timeWindow")).isEqualTo("90");

        assertDone(init(admin, "WIN4", "type", "totp", "otpkey", SEED, "timeWindow", "100000"));
        assertThat(info("WIN4").get("timeWindow")).isEqualTo("100000");
    }

    @Test
    void aUserTakesNoTokenFromTheStockOfAnotherRealm() {
        assertDone(init(admin, "STK1", "otpkey", SEED, "realm", "elsewhere"));
        assertDone(init(admin, "STK2", "otpkey", SEED, "realm", "policed"));
        assertDone(init(admin, "STK3", "otpkey", SEED));
        ApiClient user = server.user("user8");

        assertRefusal(
                user.post("/token/assign", "serial", "STK1", "user", "user8", "realm", "elsewhere"),
                404,
                601,
                "The requested token could not be found.");
        assertThat(shown("STK1", "username")).isEqualTo("");
        assertThat(shown("STK1", "realms")).isEqualTo(List.of("elsewhere"));

        assertDone(user.post("/token/assign", "serial", "STK2"));
        assertDone(user.post("/token/assign", "serial", "STK3"));
        assertDone(admin.post("/token/assign", "serial", "STK1", "user", "user8", "realm", "policed"));
    }

    @Test
    void aUserSeesOfATokenWhatHappenedSinceItIsHis() {
        assertDone(init(admin, "HIS1", "otpkey", SEED, "user", "user9", "realm", "policed", "description", "first"));
        assertDone(admin.post("/token/info/HIS1/room", "value", "of user9"));
        assertThat(names(server.user("user9"))).contains("TokenEnrolled", "TokenInfoSet");
        assertDone(admin.post("/token/unassign", "serial", "HIS1"));
        assertDone(admin.post("/token/assign", "serial", "HIS1", "user", "user10", "realm", "policed"));
        assertDone(admin.post("/token/description/HIS1", "description", "second"));
        ApiClient user = server.user("user10");

        Answer seen = user.get("/token/HIS1/history", "pagesize", "1");
        assertThat(seen.valueMap().get("count")).isEqualTo(2);
        assertThat(names(user)).containsExactly("TokenDescribed", "TokenAssigned");
        assertThat(user.get("/token/HIS1/history").body()).doesNotContain("of user9", "1009");
        assertThat(names(admin)).contains("TokenEnrolled", "TokenInfoSet", "TokenUnassigned");
        assertRefusal(
                server.user("user9").get("/token/HIS1/history"), 404, 601, "The requested token could not be found.");
    }

    private static List<Object> names(ApiClient caller) {
        return caller.get("/token/HIS1/history").rows("history").stream()
                .map(entry -> entry.get("event"))
                .toList();
    }

    @Test
    void aResolverMakesNobodyAUserOfARealmThatItIsNotIn() {
        String[] guest = {"user", "guest", "realm", "policed", "resolver", "people"};
        server.policy("authentication", "passOnNoToken", "guest");

        assertRefusal(
                tenant.anyone().post("/validate/check", ApiClient.joined(guest, "pass", "x")),
                400,
                904,
                "ERR904: User <guest.people@policed> does not exist.");
        assertRefusal(
                tenant.anyone().post("/validate/check", "user", "guest", "resolver", "people", "pass", "x"),
                400,
                904,
                "ERR904: User <guest.people@policed> does not exist.");
        assertThat(tenant.anyone()
                        .post(
                                "/validate/check",
                                "user",
                                "guest",
                                "realm",
                                "elsewhere",
                                "resolver",
                                "people",
                                "pass",
                                "x")
                        .isAccepted())
                .isTrue();
        assertRefusal(
                init(admin, "RES1", ApiClient.joined(guest, "otpkey", SEED)),
                400,
                904,
                "ERR904: The user can not be found in any resolver in this realm!");
    }

    @Test
    void anAdministratorOfARealmReachesNobodyByNamingAResolverBesideIt() {
        assertDone(init(admin, "RES2", "otpkey", SEED, "user", "guest", "realm", "elsewhere"));
        server.policy("admin", "policywrite, tokenlist", "");
        admin.post("/policy/policy0", "scope", "admin", "action", "*", "realm", "policed");
        try {
            for (String action : List.of("/token/disable", "/token/unassign", "/validate/triggerchallenge")) {
                Answer answer = admin.post(action, "user", "guest", "realm", "policed", "resolver", "people");
                assertThat(answer.status()).as(action + answer.body()).isEqualTo(403);
            }
            assertThat(admin.get("/user/", "realm", "policed", "resolver", "people")
                            .status())
                    .isEqualTo(403);
        } finally {
            assertDone(admin.post("/policy/policy0", "scope", "admin", "action", "*", "realm", ""));
        }
        assertThat(shown("RES2", "active")).isEqualTo(true);
    }
}
