package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.tokentype.u2f.SoftU2f;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;

/** U2F devices, over the wire, through either interface of browsers. */
@PolicyTest
class U2fWireTest {

    private static final String APP = "https://login.example.com";

    private PolicyServer server;
    private ApiClient admin;

    @BeforeAll
    void start(PolicyServer lent) {
        server = lent;
        admin = server.admin();
        assertRefusal(
                admin.post("/token/init", "type", "u2f", "serial", "U2FNONE"),
                400,
                301,
                "ERR301: You need to define the appId in the token config!");
        assertRefusal(admin.get("/ttype/u2f"), 400, 905, "ERR905: u2f is not configured");
        admin.post("/system/setConfig", "u2f.appId", APP + "/");
    }

    private static String[] parameters(Map<String, String> fields, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        fields.forEach((name, value) -> all.addAll(List.of(name, value)));
        return all.toArray(String[]::new);
    }

    private Answer begin(String serial, String user) {
        return admin.post(
                "/token/init", "type", "u2f", "serial", serial, "user", user, "realm", "policed", "pin", "1234");
    }

    private Answer finish(String serial, Answer begun, SoftU2f device) {
        Map<?, ?> asked = (Map<?, ?>) begun.detail().get("u2fRegisterRequest");
        Map<String, String> made = device.make(asked.get("challenge").toString());
        return admin.post("/token/init", parameters(made, "type", "u2f", "serial", serial));
    }

    private SoftU2f enrol(String serial, String user) {
        SoftU2f device = new SoftU2f("0a0b0c0d".repeat(16));
        assertThat(finish(serial, begin(serial, user), device).value()).isEqualTo(true);
        return device;
    }

    private static String challenge(Answer asked, String request) {
        Map<?, ?> attributes = (Map<?, ?>) asked.detail().get("attributes");
        return ((Map<?, ?>) attributes.get(request)).get("challenge").toString();
    }

    private Answer answer(ApiClient client, String serial, Answer asked, Map<String, String> fields) {
        String transaction = asked.detail().get("transaction_id").toString();
        return client.post(
                "/validate/check", parameters(fields, "serial", serial, "pass", "", "transaction_id", transaction));
    }

    @Test
    void aDeviceIsRegisteredAndLogsInOnce() {
        SoftU2f device = new SoftU2f("01020304".repeat(16));
        Answer begun = begin("U2FWIRE1", "user1");
        assertValue(
                begun,
                "true",
                "{'serial': 'U2FWIRE1', 'u2fRegisterRequest': {'version': 'U2F_V2', 'appId': '" + APP
                        + "', 'challenge': '~[-_0-9A-Za-z]{43}'}}");
        assertThat(admin.check("serial", "U2FWIRE1", "1234").isAccepted()).isFalse();
        assertValue(
                finish("U2FWIRE1", begun, device),
                "true",
                "{'u2fRegisterResponse': {'subject': '" + SoftU2f.MAKER + "'}}");

        Answer asked = admin.check("serial", "U2FWIRE1", "1234");
        String needed =
                """
                {'hideResponseInput': true, 'img': '',
                 'u2fSignRequest': {'appId': '%1$s', 'version': 'U2F_V2', 'challenge': '~[-_0-9A-Za-z]{43}',
                   'keyHandle': '%2$s'},
                 'webAuthnSignRequest': {'challenge': '~[-_0-9A-Za-z]{43}', 'rpId': 'login.example.com',
                   'allowCredentials': [{'type': 'public-key', 'id': '%2$s'}], 'userVerification': 'discouraged',
                   'timeout': 60000, 'extensions': {'appid': '%1$s'}}}
                """
                        .formatted(APP, device.handle());
        assertDecision(
                asked,
                "false",
                "CHALLENGE",
                """
                {'message': '%1$s', 'messages': ['%1$s'], 'serial': 'U2FWIRE1', 'type': 'u2f', 'image': '',
                 'client_mode': 'u2f', 'preferred_client_mode': 'u2f', 'attributes': %2$s,
                 'transaction_id': '~[0-9]{20}', 'transaction_ids': ['~[0-9]{20}'],
                 'multi_challenge': [{'client_mode': 'u2f', 'message': '%1$s', 'serial': 'U2FWIRE1', 'image': '',
                   'transaction_id': '~[0-9]{20}', 'type': 'u2f', 'attributes': %2$s}]}
                """
                        .formatted("Please confirm with your U2F token (" + SoftU2f.MAKER + ")", needed));
        Map<String, String> signed = device.answer(challenge(asked, "u2fSignRequest"));
        assertThat(answer(admin, "U2FWIRE1", asked, signed).isAccepted()).isTrue();
        assertThat(answer(admin, "U2FWIRE1", asked, signed).isAccepted()).isFalse();
        Map<?, ?> listed = (Map<?, ?>) server.tenant().listed("U2FWIRE1");
        assertThat((Object) listed.get("count")).isEqualTo(1);
        assertThat((Object) listed.get("description")).isEqualTo(SoftU2f.MAKER);
    }

    @Test
    void browsersThatKnowWebAuthnAloneReachTheDevice() {
        SoftU2f device = enrol("U2FWIRE2", "user2");
        ApiClient page = admin.from(APP);

        Answer asked = admin.check("serial", "U2FWIRE2", "1234");
        Map<String, String> signed = device.answerThroughWebAuthn(challenge(asked, "webAuthnSignRequest"));
        assertThat(answer(admin.from("https://evil.example.org"), "U2FWIRE2", asked, signed)
                        .isAccepted())
                .isFalse();
        assertThat(answer(page, "U2FWIRE2", asked, signed).isAccepted()).isTrue();
    }

    @Test
    @ShowsEffect({"enrollment/u2f_req", "enrollment/u2f_no_verify_certificate"})
    void policiesSayWhichDevicesAreTaken() {
        server.policy("enrollment", "u2f_req=subject/.*Other.*/, u2f_no_verify_certificate", "user3");

        assertRefusal(
                finish("U2FWIRE3", begin("U2FWIRE3", "user3"), new SoftU2f("0a0b0c0d".repeat(16))),
                403,
                303,
                "The U2F device is not allowed to be registered due to policy restriction.");
    }

    @Test
    @ShowsEffect("authorization/u2f_req")
    void policiesSayWhichDevicesLogIn() {
        SoftU2f device = enrol("U2FWIRE4", "user4");
        server.policy("authorization", "u2f_req=issuer/.*Other.*/", "user4");

        Answer asked = admin.check("user", "user4", "1234");
        Map<String, String> fields = device.answer(challenge(asked, "u2fSignRequest"));
        Answer refused = admin.post(
                "/validate/check",
                parameters(
                        fields,
                        "user",
                        "user4",
                        "pass",
                        "",
                        "transaction_id",
                        asked.detail().get("transaction_id").toString()));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("not allowed to authenticate due to policy restriction");
    }

    @Test
    @ShowsEffect("authentication/u2f_challenge_text")
    void aPolicySaysWhatAChallengeSays() {
        enrol("U2FWIRE5", "user5");
        server.policy("authentication", "u2f_challenge_text=Touch {0!s} now", "user5");

        assertThat(admin.check("user", "user5", "1234").detail().get("message"))
                .isEqualTo("Touch " + SoftU2f.MAKER + " now");
    }

    @Test
    @ShowsEffect("authentication/u2f_facets")
    void browsersAreToldForWhichPagesADeviceSigns() {
        server.policy("authentication", "u2f_facets=a.example.com b.example.com", "");
        Answer facets = server.tenant().anyone().get("/ttype/u2f");

        assertThat(facets.status()).isEqualTo(200);
        assertThat(facets.body())
                .contains("\"ids\":[\"https://a.example.com\",\"https://b.example.com\",\"" + APP + "\"]");
    }
}
