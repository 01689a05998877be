package org.symbolon.endtoend.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.HostsFile;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Machines that check log-ins with values of HOTP tokens while they have no network. */
@WireTest
class OfflineWireTest {

    private static final String REALM = "offline";
    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final Device DEVICE = new Device(SEED);
    private static final String NOT_OFFLINE = "ERR905: Token is not an offline token or refill token is incorrect";

    private Tenant tenant;
    private PoliciesInUse policies;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 10);
        policies = new PoliciesInUse(tenant.admin(), REALM);
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    private void attached(String serial, String user) {
        assertThat(tenant.enrol(serial, user, "type", "hotp", "otpkey", SEED, "pin", "pin")
                        .status())
                .isEqualTo(200);
        assertThat(tenant.admin()
                        .post(
                                "/machine/token",
                                ApiClient.joined(
                                        new String[0],
                                        "serial",
                                        serial,
                                        "application",
                                        "offline",
                                        "count",
                                        "3",
                                        "rounds",
                                        "5"))
                        .status())
                .isEqualTo(200);
    }

    private Answer refill(String serial, Object refillToken, String pass) {
        return tenant.anyone()
                .post("/validate/offlinerefill", "serial", serial, "refilltoken", refillToken.toString(), "pass", pass);
    }

    private static String hash() {
        return "'~[$]pbkdf2-sha512[$]5[$][A-Za-z0-9./]{14}[$][A-Za-z0-9./]{86}'";
    }

    @Test
    void aLogInBringsValuesForTheNextOnesAndTheyAreRefilledOnce() {
        attached("OFFL1", "user1");

        Answer answer = tenant.check("user1", "pin" + DEVICE.otp(0));

        assertThat(answer.isAccepted()).isTrue();
        assertJson(
                answer.offlineItem(),
                ("{'response': {'1': %1$s, '2': %1$s, '3': %1$s}, 'refilltoken': '~[0-9a-f]{80}', 'user': 'user1',"
                                + " 'username': 'user1', 'serial': 'OFFL1', 'count': '3', 'rounds': '5'}")
                        .formatted(hash()));
        assertThat(tenant.check("user1", "pin" + DEVICE.otp(3)).isAccepted()).isFalse();

        Object refillToken = answer.offlineItem().get("refilltoken");
        Answer refilled = refill("OFFL1", refillToken, "pin" + DEVICE.otp(2));
        assertJson(refilled.result(), "{'status': true, 'value': true}");
        assertThat(refilled.json()).containsEntry("id", 1);
        assertJson(
                refilled.offlineItem(),
                "{'response': {'4': %1$s, '5': %1$s}, 'refilltoken': '~[0-9a-f]{80}', 'serial': 'OFFL1'}"
                        .formatted(hash()));
        assertRefusal(refill("OFFL1", refillToken, "pin" + DEVICE.otp(3)), 400, 905, NOT_OFFLINE);
        assertThat(refill("OFFL1", refilled.offlineItem().get("refilltoken"), "pin" + DEVICE.otp(3))
                        .offlineItem()
                        .get("refilltoken"))
                .isNotEqualTo(refillToken);
        assertThat(tenant.check("user1", "pin" + DEVICE.otp(7)).isAccepted()).isTrue();
        assertThat(tenant.admin().get("/token/OFFL1/history").body())
                .contains("OfflineUseGranted")
                .doesNotContain(refillToken.toString());
    }

    @Test
    void whatDoesNotFitIsNotRefilled() {
        attached("OFFL2", "user2");
        Object refillToken =
                tenant.check("user2", "pin" + DEVICE.otp(0)).offlineItem().get("refilltoken");

        assertRefusal(refill("NOSUCH", refillToken, "x"), 400, 905, "ERR905: The token does not exist");
        assertRefusal(refill("OFFL2", "00", "pin" + DEVICE.otp(1)), 400, 905, NOT_OFFLINE);
        assertRefusal(refill("OFFL2", refillToken, "pin"), 400, 905, "ERR905: Could not split password");
        assertRefusal(
                refill("OFFL2", refillToken, "pin" + DEVICE.otp(5)),
                400,
                401,
                "ERR401: You provided a wrong OTP value.");
        tenant.admin().post("/token/disable/OFFL2");
        assertRefusal(refill("OFFL2", refillToken, "pin" + DEVICE.otp(1)), 400, 905, "ERR905: The token is not valid.");
        tenant.admin().post("/token/enable/OFFL2");
        assertThat(refill("OFFL2", refillToken, "pin" + DEVICE.otp(1)).status()).isEqualTo(200);
        assertRefusal(
                tenant.anyone().post("/validate/offlinerefill", "serial", "OFFL2", "pass", ""),
                400,
                905,
                "ERR905: Missing parameter: 'refilltoken'");
    }

    @Test
    void whoeverGetsTheTokenNextGetsNothingByTheMachineOfTheFormerOwner() {
        attached("OFFL3", "user3");
        Object refillToken =
                tenant.check("user3", "pin" + DEVICE.otp(0)).offlineItem().get("refilltoken");

        tenant.admin().post("/token/unassign", "serial", "OFFL3");
        tenant.admin().post("/token/assign", "serial", "OFFL3", "user", "user4", "realm", REALM);

        assertRefusal(refill("OFFL3", refillToken, "pin" + DEVICE.otp(1)), 400, 905, NOT_OFFLINE);
    }

    @Test
    void anAnswerToAChallengeBringsNoValuesForItIsNoPin() {
        attached("OFFL5", "user5");
        policies.use("authentication", "challenge_response=hotp", "realm", REALM, "user", "user5");
        Answer asked = tenant.check("user5", "pin");

        Answer answered = tenant.check(
                "user5",
                DEVICE.otp(0),
                "transaction_id",
                asked.detail().get("transaction_id").toString());

        assertThat(answered.isAccepted()).isTrue();
        assertThat(answered.json()).doesNotContainKey("auth_items");
    }

    @Test
    void aTokenThatIsForAnotherMachineBringsNothing(Path folder) {
        Path hosts = HostsFile.write(folder.resolve("offline"), "10.99.0.1 far.offline", "127.0.0.1 here.offline");
        tenant.admin().post("/machineresolver/offline-hosts", "type", "hosts", "filename", hosts.toString());
        for (String host : new String[] {"far", "here"}) {
            String user = host.equals("far") ? "user6" : "user7";
            tenant.enrol("OFFL" + host, user, "type", "hotp", "otpkey", SEED, "pin", "pin");
            assertThat(tenant.admin()
                            .post(
                                    "/machine/token",
                                    "serial",
                                    "OFFL" + host,
                                    "application",
                                    "offline",
                                    "count",
                                    "3",
                                    "rounds",
                                    "5",
                                    "hostname",
                                    host + ".offline")
                            .status())
                    .isEqualTo(200);
        }

        assertThat(tenant.check("user6", "pin" + DEVICE.otp(0)).json()).doesNotContainKey("auth_items");
        assertThat(tenant.check("user7", "pin" + DEVICE.otp(0)).json()).containsKey("auth_items");
        tenant.admin().delete("/machineresolver/offline-hosts");
    }

    @Test
    @ShowsEffect("token/hide_specific_error_message_for_offline_refill")
    void aPolicyHasARefusalTellNothing() {
        attached("OFFL8", "user8");
        policies.use("token", "hide_specific_error_message_for_offline_refill", "realm", REALM, "user", "user8");

        assertRefusal(refill("OFFL8", "00", "x"), 400, 401, "ERR401: Failed offline token refill");
        assertThat(tenant.admin()
                        .get("/audit/", "serial", "OFFL8", "action", "*offlinerefill*", "page_size", "1")
                        .rows("auditdata")
                        .get(0)
                        .get("action_detail"))
                .asString()
                .contains("refill token is incorrect");
    }
}
