package org.symbolon.endtoend.tokentype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertDecision;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;
import tools.jackson.databind.json.JsonMapper;

/** The tiqr app over the wire: enrolled by a picture, and asked by another one where somebody logs in. */
@WireTest
class TiqrWireTest {

    private static final String SECRET = "3132333435363738393031323334353637383930313233343536373839303132";

    private Tenant tenant;
    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, "tiqrs", folder, 8);
        admin = tenant.admin();
        TiqrUser.define(admin);
    }

    private static String transaction(Answer asked) {
        return asked.detail().get("transaction_id").toString();
    }

    private Answer ask(String user) {
        Answer asked = tenant.check(user, "pin");
        assertThat(asked.result()).as(asked.body()).containsEntry("authentication", "CHALLENGE");
        return asked;
    }

    private Answer finish(String user, Answer asked) {
        return tenant.check(user, "", "transaction_id", transaction(asked));
    }

    private Answer poll(Answer asked) {
        return tenant.anyone().get("/validate/polltransaction", "transaction_id", transaction(asked));
    }

    private String call(String... fields) {
        return tenant.anyone().post("/ttype/tiqr", fields).body();
    }

    private static Object shown(TiqrUser user, String part) {
        return new JsonMapper().convertValue(user.app().known().path(part), Map.class);
    }

    @Test
    void anEnrolmentIsAPictureThatOneTelephoneTakes() {
        Answer begun = tenant.enrol("TIQR1", "user1", "type", "tiqr", "pin", "pin");

        String address = admin.address() + "/ttype/tiqr";
        assertValue(
                begun,
                "true",
                "{'serial': 'TIQR1', 'tiqrenroll': {'description': 'URL for TiQR enrollment', 'img': '~data:image/png;base64,.*',"
                        + " 'value': '~tiqrenroll://" + address
                        + "\\\\?action=metadata&session=[0-9a-f]{40}&serial=TIQR1'}}");
        assertJson(
                ExpectedJson.entry(tenant.listed("TIQR1"), "info"),
                "{'created_at': '~.*', 'tokenkind': 'software', 'ocrasuite': 'OCRA-1:HOTP-SHA1-6:QN10',"
                        + " 'session': '~[0-9a-f]{40}'}");
        assertThat(tenant.check("user1", "pin").isRejected())
                .as("there is no telephone yet")
                .isTrue();

        TiqrUser user = new TiqrUser(tenant, SECRET);
        assertThat(user.app().enrol(TiqrUser.address(begun))).isEqualTo("OK");

        assertJson(shown(user, "identity"), "{'identifier': 'user1_tiqrs', 'displayName': '~.*'}");
        assertJson(
                shown(user, "service"),
                "{'displayName': 'eduMFA', 'identifier': 'io.edumfa', 'logoUrl': '', 'infoUrl': 'https://www.edumfa.io',"
                        + " 'authenticationUrl': '" + address + "', 'ocraSuite': 'OCRA-1:HOTP-SHA1-6:QN10',"
                        + " 'enrollmentUrl': '~" + address
                        + "\\\\?action=enrollment&session=[0-9a-f]{40}&serial=TIQR1'}");
        assertThat(ExpectedJson.entry(tenant.listed("TIQR1"), "info").toString())
                .doesNotContain("session", SECRET);
        assertThat(new TiqrUser(tenant, SECRET)
                        .app()
                        .enrol(TiqrUser.address(begun))
                        .contains("Invalid Session"))
                .isTrue();
    }

    @Test
    void aLogInWaitsUntilTheTelephoneHasAnswered() {
        TiqrUser user = new TiqrUser(tenant, SECRET);
        user.enrol("TIQR2", "user2", "pin", "pin");

        Answer asked = ask("user2");

        Map<?, ?> attributes = (Map<?, ?>) asked.detail().get("attributes");
        assertThat(asked.detail())
                .containsEntry("message", "Please scan the QR Code")
                .containsEntry("client_mode", "poll")
                .containsEntry("image", attributes.get("img"));
        assertThat(attributes.get("poll")).isEqualTo(true);
        assertThat(attributes.get("hideResponseInput")).isEqualTo(true);
        assertThat(TiqrUser.question(asked))
                .matches("tiqrauth://user2_tiqrs@io.edumfa/" + transaction(asked) + "/\\d{10}/.*");
        assertThat(poll(asked).value()).isEqualTo(false);
        assertDecision(
                finish("user2", asked),
                false,
                "{'message': 'Response did not match the challenge.', 'serial': 'TIQR2', 'type': 'tiqr'}");
        assertThat(ExpectedJson.entry(tenant.listed("TIQR2"), "failcount"))
                .as("nothing was guessed")
                .isEqualTo(0);

        assertThat(user.app().confirm(TiqrUser.question(asked))).isEqualTo("OK");

        assertThat(poll(asked).value()).isEqualTo(true);
        assertThat(poll(asked).detail()).containsEntry("challenge_status", "accept");
        assertDecision(finish("user2", asked), true, "{'message': 'Found matching challenge', 'serial': 'TIQR2'}");
        assertThat(finish("user2", asked).isRejected()).as("once").isTrue();
        assertThat(user.app().confirm(TiqrUser.question(asked))).isEqualTo("INVALID_CHALLENGE");
    }

    @Test
    void whoeverGuessesIsToldHowOftenHeMayAndThenIsNotHeard() {
        TiqrUser user = new TiqrUser(tenant, SECRET);
        user.enrol("TIQR3", "user3", "pin", "pin");
        admin.post("/token/set/TIQR3", "max_failcount", "2");
        Answer asked = ask("user3");
        String question = TiqrUser.question(asked);

        assertThat(user.app().confirm(question, "nonsense")).isEqualTo("INVALID_RESPONSE:1");
        assertThat(user.app().confirm(question, "nonsense")).isEqualTo("INVALID_RESPONSE:0");
        assertThat(user.app().confirm(question)).as("right, but too late").isEqualTo("INVALID_RESPONSE:0");
        assertThat(ExpectedJson.entry(tenant.listed("TIQR3"), "failcount")).isEqualTo(2);
        assertThat(poll(asked).value()).isEqualTo(false);
    }

    @Test
    void oneOfTwoTelephonesIsEnough() {
        TiqrUser first = new TiqrUser(tenant, SECRET);
        TiqrUser second = new TiqrUser(tenant, SECRET.replace('3', '4'));
        first.enrol("TIQR4A", "user4", "pin", "pin");
        second.enrol("TIQR4B", "user4", "pin", "pin");
        Answer asked = ask("user4");
        String shown = ((Map<?, ?>)
                        ((Map<?, ?>) ((List<?>) asked.detail().get("multi_challenge")).get(0)).get("attributes"))
                .get("value")
                .toString();
        String serial = ((Map<?, ?>) ((List<?>) asked.detail().get("multi_challenge")).get(0))
                .get("serial")
                .toString();

        assertThat((serial.equals("TIQR4A") ? first : second).app().confirm(shown))
                .isEqualTo("OK");
        assertThat(finish("user4", asked).isAccepted()).isTrue();
    }

    @Test
    void whatIsMissingOrUnknownIsSaid() {
        assertRefusal(
                admin.post("/token/init", "type", "tiqr", "serial", "TIQR0"),
                400,
                905,
                "ERR905: Missing parameter: 'user'");
        assertThat(call("action", "other"))
                .contains("Allowed actions are ['metadata', 'enrollment', 'authentication']");
        assertThat(call("action", "metadata", "session", "aa", "serial", "NONE"))
                .contains("Invalid Session");
        assertThat(call("action", "enrollment", "session", "aa", "serial", "NONE", "secret", SECRET))
                .contains("Invalid Session");
        assertThat(call("action", "enrollment", "session", "aa", "serial", "NONE"))
                .contains("Missing parameter: 'secret'");
        assertThat(call("sessionKey", "00", "userId", "u", "response", "1", "operation", "login"))
                .isEqualTo("INVALID_CHALLENGE");
        assertThat(call("sessionKey", "00", "userId", "u", "response", "1")).contains("Missing parameter: 'operation'");
    }

    @Test
    void nobodyEnrolsATelephoneWithTheSessionOfAnother() {
        tenant.enrol("TIQR5", "user5", "type", "tiqr", "pin", "pin");
        String session = ExpectedJson.entry(
                        ExpectedJson.entry(
                                admin.get("/token/", "serial", "TIQR5")
                                        .rows("tokens")
                                        .get(0),
                                "info"),
                        "session")
                .toString();
        tenant.enrol("TIQR6", "user6", "type", "tiqr", "pin", "pin");

        assertThat(call("action", "enrollment", "session", session, "serial", "TIQR6", "secret", SECRET))
                .contains("Invalid Session");
        assertThat(call("action", "enrollment", "session", session, "serial", "TIQR5", "secret", "00"))
                .contains("hexadecimal digits");
    }
}
