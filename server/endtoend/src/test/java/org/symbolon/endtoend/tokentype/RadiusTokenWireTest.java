package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.connectors.radius.HandMadeRadiusServer;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.harness.RadiusDouble;
import org.symbolon.endtoend.harness.RadiusDouble.Asked;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Tokens about which a RADIUS server decides, over the wire. */
@WireTest
class RadiusTokenWireTest {

    private static final String REALM = "radiustokens";
    private static final String WRONG_VALUE =
            "{'message': 'wrong otp value', 'serial': '%s', 'type': 'radius', 'otplen': 6}";

    private final RadiusDouble radius = new RadiusDouble();
    private Tenant tenant;
    private PoliciesInUse policies;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 12);
        policies = new PoliciesInUse(tenant.admin(), "radiustoken");
        RadiusDouble.define(tenant.admin(), "radiusoftest", radius.port(), 30);
    }

    @AfterEach
    void forget() {
        policies.end();
        radius.asked();
    }

    @AfterAll
    void stop() {
        radius.close();
    }

    private Answer enrol(String serial, String user, String... more) {
        String[] usual = {"type", "radius", "pin", "pin", "radius.user", "emma"};
        return tenant.enrol(serial, user, ApiClient.joined(more, usual));
    }

    private void defined(String serial, String user, String local) {
        assertValue(
                enrol(serial, user, "radius.identifier", "radiusoftest", "radius.local_checkpin", local),
                "true",
                "{'serial': '" + serial + "'}");
    }

    @Test
    void anEnrolmentShowsNothingAndTheSecretStaysSecret() {
        assertValue(
                enrol("RAD1", "user1", "radius.server", "127.0.0.1:1", "radius.secret", "deep-Secret"),
                "true",
                "{'serial': 'RAD1'}");

        Object listed = tenant.listed("RAD1");
        assertThat(listed.toString()).doesNotContain("deep-Secret");
        assertJson(
                ExpectedJson.entry(listed, "info"),
                "{'created_at': '~.*', 'tokenkind': 'virtual', 'radius.identifier': '', 'radius.local_checkpin': '0',"
                        + " 'radius.server': '127.0.0.1:1', 'radius.system_settings': '', 'radius.user': 'emma'}");
        assertRefusal(enrol("RAD0", "user1"), 400, 905, "ERR905: Missing parameter: 'radius.server'");
    }

    @Test
    void aPinOfTheServerGoesOutWithTheValueOnce() {
        defined("RAD2", "user2", "0");

        assertDecision(
                tenant.check("user2", RadiusDouble.RIGHT),
                true,
                "{'message': 'matching 1 tokens', 'serial': 'RAD2', 'type': 'radius', 'otplen': 6}");
        assertThat(radius.asked()).containsExactly(new Asked("emma", RadiusDouble.RIGHT, false));
        assertDecision(tenant.check("user2", "pinwrong"), false, WRONG_VALUE.formatted("RAD2"));
        assertThat(radius.asked()).containsExactly(new Asked("emma", "pinwrong", false));
        assertThat(ExpectedJson.entry(tenant.listed("RAD2"), "failcount")).isEqualTo(1);
    }

    @Test
    void aPinOfThisPlaceIsCheckedHere() {
        defined("RAD3", "user3", "1");

        assertThat(tenant.check("user3", "pin" + RadiusDouble.RIGHT).value()).isEqualTo(true);
        assertThat(radius.asked()).containsExactly(new Asked("emma", RadiusDouble.RIGHT, false));
        assertDecision(tenant.check("user3", "nip" + RadiusDouble.RIGHT), false, "{'message': 'wrong otp pin'}");
        assertThat(radius.asked()).isEmpty();
    }

    private static String question(String serial, String text) {
        return "{'serial': '%s', 'type': 'radius', 'message': '%s', 'client_mode': 'interactive',"
                        .formatted(serial, text)
                + "'transaction_id': '~\\\\d{20}', 'attributes': {'state': '~\\\\d{20}'}}";
    }

    private static String asked(String serial, String text) {
        return ExpectedJson.overlaid(
                question(serial, text),
                "{'messages': ['%s'], 'multi_challenge': [%s], 'transaction_ids': ['~\\\\d{20}'],"
                                .formatted(text, question(serial, text))
                        + "'preferred_client_mode': 'interactive'}");
    }

    private static String transaction(Answer answer) {
        return (String) answer.detail().get("transaction_id");
    }

    @Test
    void thePinOfThisPlaceAsksForTheCodeWhereAPolicySaysSo() {
        defined("RAD4", "user4", "1");
        policies.use("authentication", "challenge_response=radius", "realm", REALM);

        Answer begun = tenant.check("user4", "pin");

        assertDecision(begun, "false", "CHALLENGE", asked("RAD4", "Enter your RADIUS tokencode:"));
        assertThat(radius.asked()).isEmpty();
        assertDecision(
                tenant.check("user4", RadiusDouble.RIGHT, "transaction_id", transaction(begun)),
                true,
                "{'message': 'Found matching challenge', 'serial': 'RAD4'}");
        assertThat(radius.asked()).containsExactly(new Asked("emma", RadiusDouble.RIGHT, false));
    }

    @Test
    void theServersQuestionBecomesAChallengeWhereAPolicySaysSo() {
        defined("RAD5", "user5", "0");
        assertDecision(tenant.check("user5", RadiusDouble.FIRST), false, WRONG_VALUE.formatted("RAD5"));
        policies.use("authentication", "challenge_response=radius", "realm", REALM);

        Answer begun = tenant.check("user5", RadiusDouble.FIRST);

        assertDecision(begun, "false", "CHALLENGE", asked("RAD5", RadiusDouble.MESSAGE));
        Object state = ExpectedJson.entry(begun.detail().get("attributes"), "state");
        assertThat(state).isEqualTo(transaction(begun));
        radius.asked();
        Answer again = tenant.check("user5", RadiusDouble.AGAIN, "transaction_id", transaction(begun));
        assertDecision(again, "false", "CHALLENGE", asked("RAD5", RadiusDouble.MESSAGE));
        assertThat(transaction(again)).isNotEqualTo(transaction(begun));
        assertDecision(
                tenant.check("user5", "wrong", "transaction_id", transaction(again)),
                false,
                "{'message': 'Response did not match the challenge.', 'serial': 'RAD5', 'type': 'radius'}");
        assertDecision(
                tenant.check("user5", RadiusDouble.RIGHT, "transaction_id", transaction(again)),
                true,
                "{'message': 'Found matching challenge', 'serial': 'RAD5'}");
        assertThat(radius.asked()).hasSize(3).allMatch(Asked::answers);
    }

    @Test
    void aFinishedTransactionIsNoneAndNobodyIsAskedAboutIt() {
        defined("RAD6", "user6", "0");

        assertDecision(
                tenant.check("user6", RadiusDouble.RIGHT, "transaction_id", "01234567890123456789"),
                false,
                "{'message': 'wrong otp pin'}");
        assertThat(radius.asked()).isEmpty();
    }

    @Test
    void theServerOfTheSettingsIsAskedWhereTheTokenSaysSo() {
        assertThat(enrol("RAD7", "user7", "radius.system_settings", "1").status())
                .isEqualTo(200);
        ApiClient admin = tenant.admin();
        admin.post(
                "/system/setConfig",
                "radius.server",
                "127.0.0.1:" + radius.port(),
                "radius.secret",
                HandMadeRadiusServer.SECRET,
                "radius.secret.type",
                "password");

        assertThat(tenant.check("user7", RadiusDouble.RIGHT).value()).isEqualTo(true);

        admin.delete("/system/radius.server");
        admin.delete("/system/radius.secret");
        assertDecision(tenant.check("user7", RadiusDouble.RIGHT), false, WRONG_VALUE.formatted("RAD7"));
    }
}
