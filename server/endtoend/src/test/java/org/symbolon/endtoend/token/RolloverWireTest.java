package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.store.database.DatabaseAccess;

/** A token goes over to a new device, on either of two nodes: which values are good when, and who may. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolloverWireTest {

    private static final Device OLD = new Device("3132333435363738393031323334353637383930");

    private InProcessServer first;
    private InProcessServer second;
    private Tenant tenant;
    private int policies;

    @BeforeAll
    void start(@TempDir Path folder) {
        DatabaseAccess database = InProcessServer.installed(folder);
        first = InProcessServer.start(folder, database);
        second = InProcessServer.start(folder, database);
        tenant = Tenant.create(first, "rolled", folder, 8);
        tenant.admin().post("/defaultrealm/rolled");
        policy("admin", "*", "");
        policy("user", "disable", "");
        policy("user", "rollover", "user1, user2, user3, user5");
    }

    @AfterAll
    void stop() {
        second.close();
        first.close();
    }

    private void policy(String scope, String action, String user) {
        Answer made = tenant.admin()
                .post(
                        "/policy/policy" + policies++,
                        "scope",
                        scope,
                        "action",
                        action,
                        "realm",
                        "",
                        "user",
                        user,
                        "priority",
                        "1");
        assertThat(made.status()).as(made.body()).isEqualTo(200);
    }

    private void enrol(String serial, String user) {
        tenant.enrol(serial, user, "type", "hotp", "otpkey", OLD.seed(), "pin", "1234");
    }

    private static ApiClient user(InProcessServer node, String name) {
        return ApiClient.loggedIn(node.port(), name, PasswdFile.PASSWORD);
    }

    private static Answer begin(ApiClient client, String serial, String otp) {
        return client.post("/token/rollover/" + serial, "otp", otp);
    }

    private static Device shown(Answer begun) {
        assertThat(begun.status()).as(begun.body()).isEqualTo(200);
        assertThat(begun.detail()).containsEntry("rollout_state", "verify");
        String seed = ((Map<?, ?>) begun.detail().get("otpkey")).get("value").toString();
        return new Device(seed.replace("seed://", ""));
    }

    private boolean logsIn(InProcessServer node, String serial, String value) {
        return node.anonymous().check("serial", serial, "1234" + value).isAccepted();
    }

    @Test
    @ShowsEffect("user/rollover")
    void theOldDeviceIsGoodUntilTheNewOneHasShownAValueAndThenForNothing() {
        enrol("ROLL1", "user1");
        ApiClient user = user(first, "user1");

        Device device = shown(begin(user, "ROLL1", OLD.otp(0)));
        assertThat(device.seed()).isNotEqualTo(OLD.seed());
        assertThat(logsIn(first, "ROLL1", device.otp(0))).isFalse();
        assertThat(logsIn(second, "ROLL1", OLD.otp(1))).isTrue();

        Answer confirmed = user.at(second.port()).post("/token/rollover/ROLL1", "verify", device.otp(0));
        assertThat(confirmed.status()).as(confirmed.body()).isEqualTo(200);
        assertThat(confirmed.detail())
                .containsEntry("rollout_state", "enrolled")
                .containsEntry("serial", "ROLL1");

        for (InProcessServer node : new InProcessServer[] {first, second}) {
            assertThat(logsIn(node, "ROLL1", OLD.otp(2))).isFalse();
            assertThat(logsIn(node, "ROLL1", device.otp(0))).isFalse();
        }
        assertThat(logsIn(first, "ROLL1", device.otp(1))).isTrue();
        assertThat(logsIn(second, "ROLL1", device.otp(2))).isTrue();
        assertRefusal(
                user.post("/token/rollover/ROLL1", "verify", device.otp(3)),
                400,
                905,
                "ERR905: No new device of the token waits for its first value.");
    }

    @Test
    void whoeverIsInterruptedGoesOnWithTheOldOneAndBeginsAnew() {
        enrol("ROLL2", "user2");
        ApiClient user = user(first, "user2");

        Device lost = shown(begin(user, "ROLL2", OLD.otp(0)));
        assertThat(logsIn(first, "ROLL2", OLD.otp(1))).isTrue();
        Device device = shown(begin(user, "ROLL2", OLD.otp(2)));

        String wrong = "ERR905: Verification of the new token failed.";
        assertRefusal(user.post("/token/rollover/ROLL2", "verify", lost.otp(0)), 400, 905, wrong);
        assertThat(logsIn(second, "ROLL2", OLD.otp(3))).isTrue();
        assertThat(user.post("/token/rollover/ROLL2", "verify", device.otp(0)).status())
                .isEqualTo(200);
        assertThat(logsIn(second, "ROLL2", OLD.otp(4))).isFalse();
    }

    @Test
    void theOldDeviceMustBeAtHandAndItsValuesAreUsedUp() {
        enrol("ROLL3", "user3");
        ApiClient user = user(first, "user3");

        assertRefusal(user.post("/token/rollover/ROLL3"), 400, 905, "ERR905: Missing parameter: 'otp'");
        assertRefusal(begin(user, "ROLL3", "000000"), 400, 905, "ERR905: The value of the old device is wrong.");
        assertThat(((Map<?, ?>) tenant.listed("ROLL3")).get("failcount")).isEqualTo(1);
        shown(begin(user, "ROLL3", OLD.otp(0)));
        assertThat(begin(user, "ROLL3", OLD.otp(0)).status()).isEqualTo(400);
        assertThat(logsIn(first, "ROLL3", OLD.otp(0))).isFalse();
    }

    @Test
    void oneThatHasFailedTooOftenProvesNothing() {
        enrol("ROLL5", "user5");
        tenant.admin().post("/token/set", "serial", "ROLL5", "max_failcount", "2");
        ApiClient user = user(first, "user5");

        begin(user, "ROLL5", "000000");
        begin(user, "ROLL5", "000001");

        assertRefusal(begin(user, "ROLL5", OLD.otp(0)), 400, 905, "ERR905: The value of the old device is wrong.");
    }

    @Test
    @ShowsEffect("admin/rollover")
    void whomNoPolicyLetsMayNotAndAHelpdeskNeedsNoValue() {
        enrol("ROLL4", "user4");

        assertRefusal(
                begin(user(first, "user4"), "ROLL4", OLD.otp(0)),
                403,
                303,
                "User actions are defined, but the action rollover is not allowed!");
        assertRefusal(
                begin(user(first, "user1"), "ROLL4", OLD.otp(0)), 404, 601, "The requested token could not be found.");
        Device device = shown(tenant.admin().post("/token/rollover/ROLL4"));
        tenant.admin().post("/token/rollover/ROLL4", "verify", device.otp(0));
        assertThat(logsIn(first, "ROLL4", device.otp(1))).isTrue();
        assertThat(tenant.listed("ROLL4").toString()).doesNotContain(device.seed());
    }

    @Test
    void notEveryTypeCan() {
        tenant.enrol("ROLL6", "user6", "type", "spass");

        assertRefusal(
                tenant.admin().post("/token/rollover/ROLL6"),
                400,
                301,
                "ERR301: A token of the type 'spass' cannot go over to a new device.");
        enrol("ROLL7", "user7");
        tenant.admin().post("/token/disable/ROLL7");
        assertRefusal(
                tenant.admin().post("/token/rollover/ROLL7"),
                400,
                301,
                "ERR301: Only a token that is in use can go over to a new device.");
    }
}
