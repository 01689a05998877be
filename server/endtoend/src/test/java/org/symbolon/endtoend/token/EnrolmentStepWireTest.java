package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;

/** Enrolments that take more than one step. */
@PolicyTest
class EnrolmentStepWireTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final Device DEVICE = new Device(SEED);
    private static final String CLIENT_PART = "3VLYHPABAIBQIBIGA4EA";

    private PolicyServer server;
    private Tenant tenant;
    private ApiClient admin;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        tenant = server.tenant();
        admin = server.admin();
    }

    private static Answer init(ApiClient caller, String user, String serial, String... more) {
        return caller.post("/token/init", ApiClient.joined(more, "serial", serial, "user", user, "realm", "policed"));
    }

    private static String seed(Answer answer) {
        return ((String) ((Map<?, ?>) answer.detail().get("otpkey")).get("value")).replace("seed://", "");
    }

    private Object field(String serial, String name) {
        return ((Map<?, ?>) tenant.listed(serial)).get(name);
    }

    @ParameterizedTest
    @CsvSource({"admin, user1, hotp, A", "user, user2, hotp, B", "admin, user3, totp, C", "user, user4, totp, D"})
    @ShowsEffect({"admin/hotp_2step", "user/hotp_2step", "admin/totp_2step", "user/totp_2step"})
    void theClientMakesAPartOfTheSeedWhereAPolicyLetsIt(String scope, String user, String type, String mark) {
        ApiClient caller = scope.equals("admin") ? admin : server.user(user);
        String[] first = {"type", type, "genkey", "1", "2stepinit", "1"};
        assertThat(init(caller, user, "NO2STEP" + mark, first).detail().get("rollout_state"))
                .isEqualTo("");

        server.policy(scope, type + "_2step=allow", user);
        Answer begun = init(caller, user, "2STEP" + mark, first);
        assertThat(begun.detail())
                .containsEntry("rollout_state", "clientwait")
                .containsEntry("2step_salt", 8)
                .containsEntry("2step_output", 20)
                .containsEntry("2step_difficulty", 10000);
        assertThat(field("2STEP" + mark, "active")).isEqualTo(false);
        assertRefusal(
                init(caller, user, "2STEP" + mark, first),
                400,
                905,
                "ERR905: 2stepinit is only to be used in the first initialization step.");
        String[] second = {"type", type, "otpkey", CLIENT_PART, "otpkeyformat", "base32check"};
        Answer finished = init(caller, user, "2STEP" + mark, second);
        assertThat(finished.detail()).containsEntry("rollout_state", "");
        assertThat(seed(finished)).isNotEqualTo(seed(begun)).hasSize(40);
        assertThat(field("2STEP" + mark, "active")).isEqualTo(true);
    }

    @Test
    void twoStepsAreForcedUponNewTokensOnly() {
        server.policy("admin", "hotp_2step=force", "user5");
        server.policy("admin", "hotp_2step=perhaps", "user6");

        assertThat(init(admin, "user5", "FORCED", "genkey", "1").detail()).containsEntry("rollout_state", "clientwait");
        assertRefusal(
                init(admin, "user5", "FORCED", "otpkey", "0102030405", "otpkeyformat", "hex"),
                400,
                905,
                "ERR905: Client Secret Size is expected to be 8, but is 5");
        Answer finished = init(admin, "user5", "FORCED", "otpkey", CLIENT_PART, "otpkeyformat", "base32check");
        assertThat(finished.detail()).containsEntry("rollout_state", "");
        assertThat(admin.check("serial", "FORCED", new Device(seed(finished)).otp(0))
                        .isAccepted())
                .isTrue();
        assertRefusal(
                init(admin, "user6", "UNFORCED", "genkey", "1"), 403, 303, "Unknown 2step policy setting: perhaps");
    }

    @ParameterizedTest
    @CsvSource({"hotp, user7", "totp, user8"})
    @ShowsEffect({
        "enrollment/hotp_2step_clientsize",
        "enrollment/hotp_2step_serversize",
        "enrollment/hotp_2step_difficulty",
        "enrollment/totp_2step_clientsize",
        "enrollment/totp_2step_serversize",
        "enrollment/totp_2step_difficulty"
    })
    void thePartsAreAsLargeAsAPolicySays(String type, String user) {
        server.policy("admin", type + "_2step=allow", user);
        server.policy(
                "enrollment",
                "%1$s_2step_clientsize=5, %1$s_2step_serversize=10, %1$s_2step_difficulty=12000".formatted(type),
                user);

        Answer begun = init(
                admin, user, "SIZED" + type, "type", type, "genkey", "1", "2stepinit", "1", "2step_clientsize", "9");
        assertThat(begun.detail())
                .containsEntry("2step_salt", 5)
                .containsEntry("2step_output", 20)
                .containsEntry("2step_difficulty", 12000);
        assertThat(seed(begun)).hasSize(20);
    }

    @Test
    @ShowsEffect("enrollment/verify_enrollment")
    void aTokenIsGoodOnceItHasShownAValue() {
        server.policy("enrollment", "verify_enrollment=HOTP totp", "user9");
        server.policy("admin", "otp_pin_minlength=4", "user9");
        Answer begun = init(admin, "user9", "VERIFY1", "otpkey", SEED, "pin", "1234");
        assertThat(begun.detail())
                .containsEntry("rollout_state", "verify")
                .containsEntry("verify", Map.of("message", "Please enter a valid OTP value of the new token."));
        assertThat(tenant.check("user9", "1234" + DEVICE.otp(0)).message())
                .isEqualTo("matching 1 tokens, Token is not yet enrolled");

        assertRefusal(
                init(admin, "user9", "VERIFY1", "verify", "000000"),
                400,
                905,
                "ERR905: Verification of the new token failed.");
        assertValue(
                init(admin, "user9", "VERIFY1", "verify", DEVICE.otp(1)),
                "true",
                "{'serial': 'VERIFY1', 'rollout_state': 'enrolled'}");
        assertThat(field("VERIFY1", "rollout_state")).isEqualTo("enrolled");
        assertThat(tenant.check("user9", "1234" + DEVICE.otp(1)).isAccepted()).isFalse();
        assertThat(tenant.check("user9", "1234" + DEVICE.otp(2)).isAccepted()).isTrue();
        assertThat(admin.get("/token/", "rollout_state", "enrolled", "user", "user9", "realm", "policed")
                        .rows("tokens"))
                .hasSize(1);
        assertThat(init(admin, "user9", "VERIFY2", "type", "spass", "pin", "1234")
                        .detail())
                .doesNotContainKey("verify");
    }

    @Test
    void whoeverEnrolsCanWantAValueToBeShownWhereNoPolicyDoes() {
        ApiClient user = server.user("user10");
        String[] first = {"genkey", "1", "verify_enrollment", "1"};

        Answer begun = init(user, "user10", "WANTED", first);
        assertThat(begun.detail()).containsEntry("rollout_state", "verify");
        assertThat(tenant.check("user10", new Device(seed(begun)).otp(0)).message())
                .isEqualTo("matching 1 tokens, Token is not yet enrolled");
        Answer anew = init(user, "user10", "WANTED", ApiClient.joined(first, "rollover", "1"));
        Device device = new Device(seed(anew));
        assertThat(anew.detail()).containsEntry("rollout_state", "verify");
        assertThat(seed(anew)).isNotEqualTo(seed(begun));

        assertValue(
                init(user, "user10", "WANTED", "verify", device.otp(0), "verify_enrollment", "1"),
                "true",
                "{'serial': 'WANTED', 'rollout_state': 'enrolled'}");
        assertThat(tenant.check("user10", device.otp(1)).isAccepted()).isTrue();
        assertThat(((Map<?, ?>) field("WANTED", "info")).containsKey("verify_enrollment"))
                .isFalse();
    }
}
