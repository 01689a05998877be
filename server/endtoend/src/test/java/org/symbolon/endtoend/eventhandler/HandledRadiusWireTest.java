package org.symbolon.endtoend.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.connectors.radiusclient.SoftGateway;
import org.symbolon.connectors.radiusclient.SoftPacket;
import org.symbolon.connectors.radiusclient.SoftPacket.Answer;
import org.symbolon.endtoend.harness.PoliciesInUse;
import org.symbolon.endtoend.radiusclient.RadiusTenant;

/** Log-ins by RADIUS raise the event of log-ins, and no handler can let anybody in. */
class HandledRadiusWireTest extends HandledServer {

    private static final String VPN = "127.0.78.1";

    private static RadiusTenant radius;
    private static SoftGateway vpn;
    private static PoliciesInUse policies;

    @BeforeAll
    static void defineGateway() {
        radius = RadiusTenant.of(server, tenant);
        vpn = radius.gateway("handled-vpn", VPN, "realm", REALM);
        policies = new PoliciesInUse(admin, "handledradius");
    }

    @AfterEach
    void endPolicies() {
        policies.end();
    }

    @AfterAll
    static void closeGateway() {
        vpn.close();
    }

    private static Answer ask(String user, String password) {
        return vpn.ask(radius.request(user, password));
    }

    private static String client() {
        return where("client_ip", VPN);
    }

    private static List<Map<String, Object>> rowsOf(String user, String action) {
        return rows(action).stream().filter(row -> user.equals(row.get("user"))).toList();
    }

    @Test
    void failuresAreCountedAndALockIsTold() {
        enrol("RAD1", "user30");
        admin.post("/token/set", "serial", "RAD1", "max_failcount", "2");
        handler(
                "validate_check",
                "Counter",
                "increase_counter",
                "option.counter_name",
                "by radius",
                "conditions",
                "{\"client_ip\": \"" + VPN + "\", \"result_value\": \"False\", \"realm\": \"handled\","
                        + " \"tokentype\": \"pw\", \"detail_message\": \"wrong otp\"}");
        handler(
                "validate_check",
                "UserNotification",
                "sendmail",
                "option.emailconfig",
                "post",
                "option.To",
                "tokenowner",
                "option.body",
                "{serial} is locked, from {client_ip} with {ua_string}",
                "conditions",
                "{\"client_ip\": \"" + VPN + "\", \"token_locked\": \"True\"}");

        assertThat(ask("user30", "pinsecret").isAccept()).isTrue();
        assertThat(ask("user30", "wrong").isReject()).isTrue();
        assertThat(ask("user30", "wrong").isReject()).isTrue();

        List<Map<String, Object>> counted = rowsOf("user30", "POST-EVENT validate_check>>Counter:increase*");
        assertThat(counted)
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).containsEntry("client", VPN).containsEntry("realm", REALM));
        until(() -> mailed("user30@example.org"));
        assertThat(radius.audited("user30")).hasSize(3);
    }

    private static boolean mailed(String address) {
        return Stream.of(MAIL.getReceivedMessages()).anyMatch(mail -> {
            try {
                return List.of(mail.getAllRecipients()).toString().contains(address)
                        && mail.getContent()
                                .toString()
                                .contains("RAD1 is locked, from " + VPN + " with RADIUS/handled-vpn");
            } catch (Exception unreadable) {
                return false;
            }
        });
    }

    @Test
    void whoWantsInIsChangedBeforeItIsDecided() {
        enrol("RAD2", "user31");
        handler(
                "validate_check",
                "RequestMangler",
                "set",
                "position",
                "pre",
                "option.parameter",
                "user",
                "option.match_parameter",
                "user",
                "option.match_pattern",
                "CORP.(.*)",
                "option.value",
                "{0}",
                "conditions",
                client());

        assertThat(ask("CORP\\user31", "pinsecret").isAccept()).isTrue();

        assertThat(radius.audited("user31")).hasSize(1);
    }

    @Test
    void whatIsMadeOfTheAnswerLetsNobodyIn() {
        enrol("RAD3", "user32");
        String[] right = {
            "option.JSON pointer",
            "/result/value",
            "option.type",
            "bool",
            "option.value",
            "True",
            "conditions",
            client()
        };
        handler("validate_check", "ResponseMangler", "set", right);
        handler(
                "validate_check",
                "ResponseMangler",
                "set",
                "ordering",
                "1",
                "option.JSON pointer",
                "/detail/message",
                "option.type",
                "string",
                "option.value",
                "call 4711",
                "conditions",
                "{\"client_ip\": \"" + VPN + "\", \"detail_message\": \"wrong\"}");

        Answer refused = ask("user32", "wrong");

        assertThat(refused.isReject()).isTrue();
        assertThat(refused.message()).isEqualTo("call 4711");
        assertThat(ask("user32", "pinsecret").isAccept()).isTrue();
    }

    @Test
    void whatIsMadeOfTheAnswerCanKeepSomebodyOut() {
        enrol("RAD4", "user33");
        handler(
                "validate_check",
                "ResponseMangler",
                "set",
                "option.JSON pointer",
                "/result/value",
                "option.type",
                "bool",
                "option.value",
                "False",
                "conditions",
                where("serial", "RAD4"));

        assertThat(ask("user33", "pinsecret").isReject()).isTrue();
        assertThat(rowsOf("user33", "POST-EVENT validate_check>>ResponseMangler:set"))
                .hasSize(1);
    }

    @Test
    void aChallengeStaysOneWhateverIsMadeOfIt() {
        enrol("RAD5", "user34");
        policies.use("authentication", "challenge_response=pw", "realm", REALM, "user", "user34");
        handler(
                "validate_check",
                "ResponseMangler",
                "set",
                "option.JSON pointer",
                "/result/value",
                "option.type",
                "bool",
                "option.value",
                "True",
                "conditions",
                where("serial", "RAD5"));

        Answer asked = ask("user34", "pin");

        assertThat(asked.isChallenge()).isTrue();
        assertThat(vpn.ask(radius.request("user34", "secret").with(24, asked.state()))
                        .isAccept())
                .isTrue();
        assertThat(rowsOf("user34", "POST-EVENT validate_check>>ResponseMangler:set"))
                .hasSize(2);
    }

    @Test
    void whatFailsBeforeALogInKeepsItFromBeingDecided() {
        enrol("RAD6", "user35");
        int handler = handler(
                "validate_check",
                "CustomUserAttributes",
                "set_custom_user_attributes",
                "position",
                "pre",
                "conditions",
                client());

        assertThat(ask("user35", "wrong").message()).contains("Missing option of an event handler");
        admin.post("/event/disable/" + handler);
        assertThat(listed("RAD6")).containsEntry("failcount", 0);
        assertThat(ask("user35", "pinsecret").isAccept()).isTrue();
    }

    @Test
    void noRequestIsPassedOnToAnotherServer() {
        enrol("RAD7", "user36");
        admin.post("/edumfaserver/elsewhere", "url", "http://127.0.0.1:" + outside.port() + "/far", "tls", "0");
        handler("validate_check", "Federation", "forward", "option.eduMFA", "elsewhere", "conditions", client());

        assertThat(ask("user36", "wrong").isReject()).isTrue();
        assertThat(ask("user36", "pinsecret").isAccept()).isTrue();
        assertThat(outside.asked()).noneMatch(asked -> asked.target().startsWith("/far"));
    }

    @Test
    void whatIsMalformedRaisesNoEvent() {
        handler("validate_check", "Logging", "logging", "position", "pre", "conditions", client());

        assertThat(vpn.ask(SoftPacket.request(RadiusTenant.SECRET).user("user37"))
                        .isReject())
                .isTrue();

        assertThat(rowsOf("user37", "PRE-EVENT validate_check>>Logging:logging"))
                .isEmpty();
    }

    @Test
    void aHandlerIsTriedOutOnALogInByRadius() {
        enrol("RAD8", "user38");
        assertThat(ask("user38", "pinsecret").isAccept()).isTrue();
        Object number = radius.audited("user38").get(0).get("number");
        int handler = handler("validate_check", "Token", "disable", "conditions", where("result_value", "True"));
        admin.post("/event/disable/" + handler);

        assertThat(admin.post("/event/" + handler + "/try", "number", "" + number)
                        .valueMap())
                .containsEntry("event", "validate_check")
                .containsEntry("conditions", Map.of("result_value", true))
                .containsEntry("deeds", List.of("disable token RAD8"));
    }
}
