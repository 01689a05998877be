package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PolicyServer;
import org.symbolon.endtoend.harness.PolicyTest;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.SmsDouble;

/** Values that come by text message, over the wire, with a gateway over HTTP. */
@PolicyTest
class SmsWireTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String[] VALUES = {"755224", "287082", "359152"};
    private static final String FAILURE = "The PIN was correct, but the SMS could not be sent!";
    private static final String NOT_ALLOWED = "The requested sms.identifier is not allowed to be enrolled.";

    private final SmsDouble gateway = new SmsDouble();
    private PolicyServer server;
    private ApiClient admin;
    private ServerSocket silent;

    @BeforeAll
    void start(PolicyServer lent) throws IOException {
        silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server = lent;
        admin = server.admin();
        gateway.define(admin, "usual", "option.PASSWORD", "Sms-secret", "option.USERNAME", "me", "header.X-Key", "k");
        SmsDouble.define(admin, "silent", silent.getLocalPort());
        admin.post("/system/setConfig", "sms.identifier", "usual");
        server.policy("admin", "sms_gateways=silent nowhere", "");
    }

    @AfterAll
    void stop() throws IOException {
        silent.close();
        gateway.close();
    }

    private Answer init(ApiClient who, String serial, String user, String... more) {
        return who.post(
                "/token/init",
                ApiClient.joined(
                        more, "type", "sms", "serial", serial, "user", user, "realm", "policed", "pin", "1234",
                        "otpkey", SEED));
    }

    private void enrol(String serial, String user, String... more) {
        Answer enrolled = init(admin, serial, user, more);
        assertThat(enrolled.value()).as(enrolled.body()).isEqualTo(true);
    }

    private Answer answer(Answer challenge, String serial, String value) {
        String transaction = challenge.detail().get("transaction_id").toString();
        return admin.post("/validate/check", "serial", serial, "transaction_id", transaction, "pass", value);
    }

    @Test
    void thePinSendsAValueThatLogsInOnce() {
        enrol("PISMONE", "user1", "phone", "+49 151 0001");

        Answer challenge = admin.check("serial", "PISMONE", "1234");

        assertDecision(
                challenge,
                "false",
                "CHALLENGE",
                """
                {'message': 'Enter the OTP from the SMS:', 'messages': ['Enter the OTP from the SMS:'],
                 'serial': 'PISMONE', 'type': 'sms',
                 'client_mode': 'interactive', 'preferred_client_mode': 'interactive',
                 'transaction_id': '~[0-9]{20}', 'transaction_ids': ['~[0-9]{20}'],
                 'attributes': {'state': '~[0-9]{20}', 'valid_until': '~[-0-9]{10} [0-9:]{8}[.][0-9]{6}'},
                 'multi_challenge': [{'client_mode': 'interactive', 'message': 'Enter the OTP from the SMS:',
                   'serial': 'PISMONE', 'transaction_id': '~[0-9]{20}', 'type': 'sms',
                   'attributes': {'state': '~[0-9]{20}', 'valid_until': '~[-0-9]{10} [0-9:]{8}[.][0-9]{6}'}}]}
                """);
        assertThat(gateway.textsTo("+49 151 0001")).containsExactly(VALUES[1]);
        assertThat(answer(challenge, "PISMONE", "000000").value()).isEqualTo(false);
        assertThat(answer(challenge, "PISMONE", VALUES[1]).value()).isEqualTo(true);
        assertThat(answer(challenge, "PISMONE", VALUES[1]).value()).isEqualTo(false);
    }

    @Test
    void aGatewayIsToldTheSecretsOfItsDefinition() {
        enrol("PISMSEC", "user2", "phone", "0002");

        admin.check("serial", "PISMSEC", "1234");

        assertThat(gateway.asked())
                .filteredOn(asked -> asked.body().contains("to=0002"))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.headers().getFirst("Authorization")).isEqualTo("Basic bWU6U21zLXNlY3JldA==");
                    assertThat(asked.headers().getFirst("X-Key")).isEqualTo("k");
                });
    }

    @Test
    @ShowsEffect({"authentication/smstext", "authentication/sms_challenge_text", "authentication/smsautosend"})
    void policiesSayWhatIsTold() throws InterruptedException {
        server.policy(
                "authentication",
                "smstext=Value <otp> for {username}, sms_challenge_text=Sent to {phone_redacted}, smsautosend",
                "user3");
        enrol("PISMSAY", "user3", "phone", "+49 151 0003");

        Answer challenge = admin.check("serial", "PISMSAY", "1234");

        assertThat(challenge.message()).isEqualTo("Sent to ********03");
        assertThat(gateway.textsTo("+49 151 0003")).containsExactly("Value " + VALUES[1] + " for user3");
        assertThat(answer(challenge, "PISMSAY", VALUES[1]).value()).isEqualTo(true);
        for (int attempt = 0; attempt < 50 && gateway.textsTo("+49 151 0003").size() < 2; attempt++) {
            Thread.sleep(100);
        }
        assertThat(gateway.lastTextTo("+49 151 0003")).isEqualTo("Value " + VALUES[2] + " for user3");
        assertThat(admin.check("serial", "PISMSAY", "1234" + VALUES[2]).value()).isEqualTo(true);
    }

    /** Defines a gateway that knows people by their names, and wants to know of log-ins. */
    private void curious(String... more) {
        String url = "http://127.0.0.1:" + gateway.port();
        String[] usual = {
            "name",
            "curious",
            "module",
            SmsDouble.MODULE.replace("HttpSMSProvider", "HttpMessageToUidProvider"),
            "option.URL",
            url + "/send",
            "option.HTTP_METHOD",
            "POST",
            "option.to",
            "{uid}",
            "option.text",
            "{otp}",
            "option.POST_CHECK_URL",
            url + "/in"
        };
        assertThat(admin.post("/smsgateway", ApiClient.joined(usual, more)).status())
                .isEqualTo(200);
    }

    @Test
    @ShowsEffect("authentication/smspostchecktext")
    void aGatewayThatWantsToKnowIsToldOfALogIn() throws InterruptedException {
        server.policy("authentication", "smspostchecktext={username} is in", "user10");
        curious();
        server.policy("admin", "sms_gateways=curious", "");
        enrol("PISMPOST", "user10", "phone", "0010", "sms.identifier", "curious");

        Answer challenge = admin.check("serial", "PISMPOST", "1234");
        assertThat(gateway.textsTo("user10")).containsExactly(VALUES[1]);
        assertThat(answer(challenge, "PISMPOST", VALUES[1]).value()).isEqualTo(true);

        for (int attempt = 0; attempt < 50 && gateway.textsTo("user10").size() < 2; attempt++) {
            Thread.sleep(100);
        }
        assertThat(gateway.lastTextTo("user10")).isEqualTo("user10 is in");
        assertThat(gateway.asked()).anyMatch(asked -> asked.target().equals("/in"));
        admin.post("/token/info/PISMPOST/alias", "value", "Anna");
        curious("option.UID_TOKENINFO_ATTRIBUTE", "alias");
        admin.check("serial", "PISMPOST", "1234");
        assertThat(gateway.textsTo("Anna")).hasSize(1);
    }

    @Test
    void aSilentGatewayIsToldInTimeAndLeavesNoChallenge() {
        enrol("PISMDEAD", "user4", "phone", "0004", "sms.identifier", "silent");
        long begun = System.nanoTime();

        Answer told = admin.check("serial", "PISMDEAD", "1234");

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertDecision(
                told,
                false,
                "{'message': '" + FAILURE + "', 'messages': ['" + FAILURE
                        + "'], 'multi_challenge': [], 'transaction_ids': []}");
        assertThat(admin.get("/token/challenges/PISMDEAD").body()).contains("\"count\": 0");
    }

    @Test
    void whoeverWantsAnExceptionGetsOne() {
        enrol("PISMEXC", "user5", "phone", "0005", "sms.identifier", "nowhere");

        Answer told = admin.post("/validate/check", "serial", "PISMEXC", "pass", "1234", "exception", "1");

        assertThat(told.status()).isEqualTo(500);
        assertThat(told.errorCode()).isEqualTo(-500);
    }

    @Test
    @ShowsEffect({"admin/sms_gateways", "user/sms_gateways"})
    void onlyAGatewayThatAPolicyAllowsCanBeNamed() {
        ApiClient user = server.user("user6");

        for (Answer refused : new Answer[] {
            init(admin, "PISMNOT", "user6", "phone", "0006", "sms.identifier", "usual"),
            user.post("/token/init", "type", "sms", "phone", "0006", "sms.identifier", "silent")
        }) {
            assertThat(refused.status()).as(refused.body()).isEqualTo(403);
            assertThat(refused.errorCode()).isEqualTo(303);
            assertThat(refused.errorMessage()).endsWith(NOT_ALLOWED);
        }
        server.policy("user", "sms_gateways=silent, enrollSMS", "user6");
        assertThat(user.post("/token/init", "type", "sms", "phone", "0006", "sms.identifier", "silent")
                        .value())
                .isEqualTo(true);
    }

    @Test
    void aDynamicNumberIsThatOfTheOwner() {
        server.policy("admin", "set_custom_user_attributes=:mobile: *", "");
        admin.post("/user/attribute", "user", "user7", "realm", "policed", "key", "mobile", "value", "+49 151 0007");
        enrol("PISMDYN", "user7", "dynamic_phone", "1");

        admin.check("serial", "PISMDYN", "1234");

        assertThat(gateway.textsTo("+49 151 0007")).containsExactly(VALUES[1]);
        enrol("PISMNONE", "user8", "dynamic_phone", "1");
        assertThat(admin.check("serial", "PISMNONE", "1234").message()).isEqualTo(FAILURE);
    }

    @Test
    void aLogInCanEnrol() {
        admin.post("/token/init", "type", "spass", "user", "user9", "realm", "policed", "pin", "pin");
        server.policy("authentication", "enroll_via_multichallenge=SMS", "user9");

        Answer asked = admin.post("/validate/check", "user", "user9", "realm", "policed", "pass", "pin");
        assertThat(asked.message()).isEqualTo("Please enter your new phone number!");
        String serial = asked.detail().get("serial").toString();
        Answer sent = answer(asked, serial, "+49 151 0009");

        assertThat(sent.message()).isEqualTo("Enter the OTP from the SMS:");
        assertThat(answer(sent, serial, gateway.lastTextTo("+49 151 0009")).value())
                .isEqualTo(true);
    }
}
