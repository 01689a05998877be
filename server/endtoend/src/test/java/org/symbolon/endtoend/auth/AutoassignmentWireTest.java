package org.symbolon.endtoend.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** A user who has no token gets the one of his realm that shows the value which he has typed. */
@WireTest
class AutoassignmentWireTest {

    private static final String REALM = "claims";
    private static final String NO_TOKENS = "{'message': 'The user has no tokens assigned'}";
    private static final int USERS = 60;

    private Tenant tenant;
    private ApiClient admin;
    private PoliciesInUse policies;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, USERS);
        admin = tenant.admin();
        policies = new PoliciesInUse(admin, REALM);
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    /** The device of a token; no two have the same seed unless they have the same number. */
    private static Device device(int number) {
        return new Device("%040x".formatted(number));
    }

    /** A token of the realm that nobody owns, with a PIN that nobody is to keep. */
    private Device unowned(String serial, int number, String... more) {
        Device device = device(number);
        Answer answer = admin.post(
                "/token/init",
                ApiClient.joined(
                        more, "serial", serial, "type", "hotp", "otpkey", device.seed(), "realm", REALM, "pin", "old"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return device;
    }

    private String allow(String how) {
        return policies.use("enrollment", "autoassignment=" + how, "realm", REALM);
    }

    private static void assertClaimed(Answer answer, String serial) {
        assertDecision(
                answer,
                "true",
                "REJECT",
                "{'message': 'Token assigned to user via Autoassignment', 'serial': '" + serial
                        + "', 'type': 'hotp', 'otplen': 6}");
    }

    private static void assertNothingClaimed(Answer answer) {
        assertDecision(answer, false, NO_TOKENS);
    }

    private String ownerOf(String serial) {
        return (String)
                admin.get("/token/", "serial", serial).rows("tokens").get(0).get("username");
    }

    @Test
    @ShowsEffect("enrollment/autoassignment")
    void theUserGetsTheTokenWithThePinThatHeTyped() {
        Device device = unowned("CLAIM1", 1);
        assertNothingClaimed(tenant.check("user1", "mine" + device.otp(0)));
        String policy = allow("any_pin");

        assertClaimed(tenant.check("user1", "mine" + device.otp(2)), "CLAIM1");

        assertDecision(
                tenant.check("user1", "mine" + device.otp(2)),
                false,
                "{'message': 'wrong otp value. previous otp used again', 'serial': 'CLAIM1', 'type': 'hotp',"
                        + " 'otplen': 6}");
        assertThat(tenant.check("user1", "mine" + device.otp(1)).value()).isEqualTo(false);
        assertThat(tenant.check("user1", "old" + device.otp(3)).value()).isEqualTo(false);
        assertThat(tenant.check("user1", "mine" + device.otp(4)).isAccepted()).isTrue();
        Map<String, Object> row = admin.get(
                        "/audit/", "user", "user1", "realm", REALM, "serial", "CLAIM1", "sortorder", "asc")
                .rows("auditdata")
                .get(0);
        assertThat(row)
                .containsEntry("action", "POST /validate/check")
                .containsEntry("success", 1)
                .containsEntry("info", "Token assigned to user via Autoassignment")
                .containsEntry("token_type", "hotp")
                .containsEntry("policies", policy);
    }

    @Test
    void whoOwesATokenOfAnotherTypeEnrolsItBeforeHeIsLetIn() {
        Device device = unowned("CLAIM40", 40);
        allow("any_pin");
        policies.use("authentication", "enroll_via_multichallenge=TOTP", "realm", REALM, "user", "user40");

        Answer asked = tenant.check("user40", "mine" + device.otp(0));

        assertThat(asked.result()).containsEntry("value", false).containsEntry("authentication", "CHALLENGE");
        assertThat(asked.detail()).containsEntry("type", "totp");
        assertThat(ownerOf("CLAIM40")).isEqualTo("user40");
        assertThat(tenant.check("user40", "mine" + device.otp(1)).isAccepted()).isFalse();
    }

    @Test
    void theHistoryOfTheTokenTellsWhoHasClaimedIt() {
        Device device = unowned("CLAIM2", 2);
        allow("any_pin");
        assertClaimed(tenant.check("user2", "mine" + device.otp(0)), "CLAIM2");

        List<Map<String, Object>> history =
                admin.get("/token/CLAIM2/history").rows("history").subList(0, 3);

        assertThat(history)
                .extracting(entry -> entry.get("event"))
                .containsExactly("OtpAccepted", "PinChanged", "TokenAssigned");
        assertThat(history).allSatisfy(entry -> assertThat(entry)
                .containsEntry("actor", "user2")
                .containsEntry("role", "user")
                .containsEntry("realm", REALM)
                .containsEntry("request_id", history.get(0).get("request_id")));
    }

    @Test
    void thePasswordOfTheUserStoreIsNeededWhereThePolicySaysSo() {
        Device device = unowned("CLAIM3", 3);
        allow("userstore");

        assertNothingClaimed(tenant.check("user3", "mine" + device.otp(0)));
        assertNothingClaimed(tenant.check("user3", device.otp(0)));
        assertNothingClaimed(tenant.check("user3", PasswdFile.PASSWORD + "000000"));
        assertClaimed(tenant.check("user3", PasswdFile.PASSWORD + device.otp(0)), "CLAIM3");
        assertThat(tenant.check("user3", PasswdFile.PASSWORD + device.otp(1)).isAccepted())
                .isTrue();
    }

    @Test
    void theOtherChecksOfLogInsAssignAsWell() {
        Device ofRadius = unowned("CLAIM4", 4);
        Device ofSaml = unowned("CLAIM5", 5);
        allow("any_pin");

        assertThat(tenant.anyone()
                        .get("/validate/radiuscheck", "user", "user4", "realm", REALM, "pass", "p" + ofRadius.otp(0))
                        .status())
                .isEqualTo(204);
        Answer saml = tenant.anyone()
                .post("/validate/samlcheck", "user", "user5", "realm", REALM, "pass", "p" + ofSaml.otp(0));
        assertThat(saml.valueMap()).containsEntry("auth", true);
        assertThat((Map<?, ?>) saml.valueMap().get("attributes"))
                .extracting("username")
                .isEqualTo("user5");
        assertThat(ownerOf("CLAIM4")).isEqualTo("user4");
        assertThat(ownerOf("CLAIM5")).isEqualTo("user5");
    }

    @Test
    void aLogInToTheServerItselfAssignsNothing() {
        Device device = unowned("CLAIM6", 6);
        allow("any_pin");
        policies.use("webui", "login_mode=eduMFA", "realm", REALM);

        assertThat(tenant.anyone()
                        .post("/auth", "username", "user6", "realm", REALM, "password", "p" + device.otp(0))
                        .status())
                .isEqualTo(401);
        assertThat(ownerOf("CLAIM6")).isEmpty();
    }

    @Test
    void whoHasAnyTokenGetsNoOther() {
        tenant.enrol("CLAIM7", "user7", "type", "spass", "pin", "x");
        admin.post("/token/disable/CLAIM7");
        Device device = unowned("CLAIM8", 8);
        allow("any_pin");

        tenant.check("user7", "p" + device.otp(0));
        assertNothingClaimed(tenant.check("user7", "p" + device.otp(0), "type", "hotp"));
        assertThat(ownerOf("CLAIM8")).isEmpty();
    }

    @Test
    void tokensOfOthersOfOtherRealmsAndUnfitOnesAreNotAssigned() {
        Device owned = device(9);
        tenant.enrol("CLAIM9", "user9", "type", "hotp", "otpkey", owned.seed());
        Device elsewhere = device(10);
        admin.post("/token/init", "serial", "CLAIM10", "otpkey", elsewhere.seed());
        Device disabled = unowned("CLAIM11", 11);
        admin.post("/token/disable/CLAIM11");
        Device revoked = unowned("CLAIM12", 12);
        admin.post("/token/revoke/CLAIM12");
        Device expired = unowned("CLAIM13", 13, "validity_period_end", "2020-01-01T00:00+0000");
        Device usedUp = unowned("CLAIM14", 14);
        admin.post("/token/info/CLAIM14/count_auth_max", "value", "1");
        admin.post("/token/info/CLAIM14/count_auth", "value", "1");
        Device full = unowned("CLAIM15", 15);
        admin.post("/token/set", "serial", "CLAIM15", "max_failcount", "0");
        allow("any_pin");

        Stream.of(owned, elsewhere, disabled, revoked, expired, usedUp, full)
                .forEach(device -> assertNothingClaimed(tenant.check("user10", "p" + device.otp(0))));
        IntStream.rangeClosed(10, 15)
                .forEach(number -> assertThat(ownerOf("CLAIM" + number)).isEmpty());
    }

    @Test
    void aValueThatTwoTokensShowAssignsNeither() {
        Device device = unowned("CLAIM16", 16);
        unowned("CLAIM17", 16);
        allow("any_pin");

        assertNothingClaimed(tenant.check("user16", "p" + device.otp(0)));
        admin.delete("/token/CLAIM17");
        assertClaimed(tenant.check("user16", "p" + device.otp(0)), "CLAIM16");
    }

    @Test
    void limitsOfTokensHoldAndTheValueIsUsedUp() {
        Device device = unowned("CLAIM18", 18);
        allow("any_pin");
        policies.use("enrollment", "max_token_per_user=0", "realm", REALM, "user", "user18");

        assertRefusal(
                tenant.check("user18", "p" + device.otp(0)),
                403,
                303,
                "The number of tokens for this user is limited!");
        assertThat(ownerOf("CLAIM18")).isEmpty();
        assertClaimed(tenant.check("user19", "p" + device.otp(1)), "CLAIM18");

        Device second = unowned("CLAIM19", 19);
        policies.use("enrollment", "hotp_max_token_per_user=0", "realm", REALM, "user", "user20");
        assertRefusal(
                tenant.check("user20", "p" + second.otp(0)),
                403,
                303,
                "The number of tokens of type hotp for this user is limited!");
        assertNothingClaimed(tenant.check("user21", "p" + second.otp(0)));
    }

    @Test
    void aRealmThatIsFullLosesNoRoomByAnAssignment() {
        Device device = unowned("CLAIM22", 22);
        allow("any_pin");
        policies.use("enrollment", "max_token_per_realm=1", "realm", REALM);

        assertClaimed(tenant.check("user22", "p" + device.otp(0)), "CLAIM22");
    }

    @Test
    void whoGuessesTooOftenIsNotServedAnyMore() {
        Device device = unowned("CLAIM23", 23);
        allow("any_pin");
        for (int guess = 0; guess < 10; guess++) {
            assertNothingClaimed(tenant.check("user23", "wrong"));
        }

        assertNothingClaimed(tenant.check("user23", "p" + device.otp(0)));
        assertThat(ownerOf("CLAIM23")).isEmpty();
        assertThat(admin.get("/audit/", "user", "user23", "realm", REALM)
                        .rows("auditdata")
                        .get(0))
                .containsEntry("action_detail", "too many attempts to claim a token");
        assertClaimed(tenant.check("user24", "p" + device.otp(0)), "CLAIM23");
    }

    @Test
    void whoFailsTooOftenByPolicyIsNotServedEither() {
        Device device = unowned("CLAIM25", 25);
        allow("any_pin");
        policies.use("authorization", "auth_max_fail=1/1h", "realm", REALM, "user", "user25");
        assertNothingClaimed(tenant.check("user25", "wrong"));

        assertNothingClaimed(tenant.check("user25", "p" + device.otp(0)));
        assertThat(ownerOf("CLAIM25")).isEmpty();
    }

    @Test
    void aLogInThatAssignedIsNotRemembered() {
        Device device = unowned("CLAIM26", 26);
        allow("any_pin");
        policies.use("authentication", "auth_cache=4h", "realm", REALM);
        assertClaimed(tenant.check("user26", "p" + device.otp(0)), "CLAIM26");

        assertThat(tenant.check("user26", "p" + device.otp(0)).value()).isEqualTo(false);
    }

    @Test
    void whoeverIsLetInForAnotherReasonGetsNoToken() {
        Device device = unowned("CLAIM27", 27);
        allow("any_pin");
        policies.use("authentication", "passOnNoToken", "realm", REALM);

        assertThat(tenant.check("user27", "p" + device.otp(0)).isAccepted()).isTrue();
        assertThat(ownerOf("CLAIM27")).isEmpty();
    }

    @Test
    void policiesAboutTokensThatMayBeUsedMeetTheOneThatWasAssigned() {
        Device device = unowned("CLAIM28", 28);
        allow("any_pin");
        policies.use("authorization", "tokentype=totp", "realm", REALM);

        assertRefusal(
                tenant.check("user28", "p" + device.otp(0)), 403, 303, "Tokentype not allowed for authentication!");
        assertThat(ownerOf("CLAIM28")).isEqualTo("user28");
    }

    @Test
    void aPolicyThatSaysSomethingElseIsRefused() {
        allow("nonsense");

        assertThat(tenant.check("user29", "wrong").status()).isEqualTo(403);
    }

    @Test
    void aTokenThatSeveralClaimAtOnceIsGivenToOne() {
        allow("any_pin");
        for (int round = 0; round < 5; round++) {
            String serial = "RACE" + round;
            String pass = "p" + unowned(serial, 100 + round).otp(0);
            int first = 30 + round * 4;
            List<Boolean> let = atOnce(IntStream.range(first, first + 4)
                    .mapToObj(number -> new String[] {"user" + number, pass})
                    .toList());

            assertThat(let).filteredOn(accepted -> accepted).hasSize(1);
            assertThat(ownerOf(serial)).isEqualTo("user" + (first + let.indexOf(true)));
            assertThat(admin.get("/token/" + serial + "/history").rows("history"))
                    .filteredOn(entry -> "TokenAssigned".equals(entry.get("event")))
                    .hasSize(1);
        }
    }

    @Test
    void aUserWhoClaimsSeveralTokensAtOnceGetsOne() {
        allow("any_pin");
        List<String[]> attempts = IntStream.range(0, 4)
                .mapToObj(number -> new String[] {
                    "user55", "p" + unowned("MANY" + number, 200 + number).otp(0)
                })
                .toList();

        assertThat(atOnce(attempts)).filteredOn(accepted -> accepted).hasSize(1);
        assertValue(admin.post("/token/disable", "user", "user55", "realm", REALM), "1");
    }

    private List<Boolean> atOnce(List<String[]> attempts) {
        CyclicBarrier start = new CyclicBarrier(attempts.size());
        List<CompletableFuture<Boolean>> answers = attempts.stream()
                .map(attempt -> CompletableFuture.supplyAsync(
                        () -> {
                            await(start);
                            return Boolean.TRUE.equals(
                                    tenant.check(attempt[0], attempt[1]).value());
                        },
                        task -> new Thread(task).start()))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (Exception interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
