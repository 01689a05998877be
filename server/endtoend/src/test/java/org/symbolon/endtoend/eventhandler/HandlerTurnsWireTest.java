package org.symbolon.endtoend.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Route;
import org.symbolon.command.eventhandler.module.RequestEvents;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.query.eventcounter.FindEventCounter;
import org.symbolon.query.sending.QueryDispatcher;

/** When handlers have their turns, in which order, what ends a request, and what the audit tells of them. */
class HandlerTurnsWireTest extends HandledServer {

    private static long counted(String name) {
        return server.bean(QueryDispatcher.class)
                .find(new FindEventCounter(name), Long.class)
                .orElse(-1L);
    }

    private static List<Object> infos(String action) {
        return rows(action).stream().map(row -> row.get("info")).toList();
    }

    @Test
    void everyEventIsRaisedBySomeRouteAndNoOtherIs() {
        Set<String> raised = server.beans(Endpoint.class).stream()
                .flatMap(endpoint -> endpoint.routes().stream())
                .map(Route::event)
                .filter(event -> !event.isEmpty())
                .collect(Collectors.toSet());

        assertThat(raised).containsExactlyInAnyOrderElementsOf(RequestEvents.all());
    }

    @Test
    void handlersCountRequestsWhoseConditionsHold() {
        enrol("TURN1", "user1");
        handler(
                "validate_check",
                "Counter",
                "increase_counter",
                "option.counter_name",
                "good",
                "conditions",
                "{\"result_value\": \"True\", \"serial\": \"TURN1\"}");
        handler(
                "validate_check",
                "Counter",
                "increase_counter",
                "option.counter_name",
                "bad",
                "conditions",
                "{\"result_value\": \"False\", \"realm\": \"handled\", \"tokentype\": \"pw\"}");

        tenant.check("user1", "pinsecret");
        tenant.check("user1", "wrong");
        tenant.check("user1", "wrong");

        assertThat(counted("good")).isEqualTo(1);
        assertThat(counted("bad")).isEqualTo(2);
    }

    @Test
    void theyGoByTheirOrderingBeforeAndAfterTheRequest() {
        enrol("TURN2", "user2");
        String about = where("serial", "TURN2");
        String[] increase = {"option.counter_name", "order", "conditions", about};
        handler("token_set", "Logging", "logging", "ordering", "9", "conditions", about, "name", "last");
        handler("token_set", "Counter", "increase_counter", join(increase, "ordering", "-1"));
        handler("token_set", "Counter", "reset_counter", join(increase, "position", "pre", "ordering", "5"));
        handler(
                "token_set",
                "Counter",
                "decrease_counter",
                join(increase, "position", "pre", "option.allow_negative_values", "1"));

        assertThat(admin.post("/token/set", "serial", "TURN2", "max_failcount", "8")
                        .status())
                .isEqualTo(200);

        assertThat(actions("*EVENT token_set>>*", "TURN2"))
                .containsExactly(
                        "PRE-EVENT token_set>>Counter:decrease_counter",
                        "PRE-EVENT token_set>>Counter:reset_counter",
                        "POST-EVENT token_set>>Counter:increase_counter",
                        "POST-EVENT token_set>>Logging:logging");
        assertThat(counted("order")).isEqualTo(1);
    }

    private static List<Object> actions(String action, String serial) {
        return rows(action).stream()
                .filter(row -> serial.equals(row.get("serial")))
                .map(row -> row.get("action"))
                .toList();
    }

    private static String[] join(String[] some, String... more) {
        return ApiClient.joined(some, more);
    }

    @Test
    void whatFailsBeforeARequestKeepsItFromHappeningAndIsTold() {
        enrol("TURN3", "user3");
        handler(
                "token_disable",
                "Token",
                "set countwindow",
                "position",
                "pre",
                "option.count window",
                "many",
                "conditions",
                where("serial", "TURN3"));

        Answer refused = admin.post("/token/disable/TURN3");

        assertRefusal(refused, 400, 905, "ERR905: The option 'count window' of an event handler must be a number");
        assertThat(listed("TURN3")).containsEntry("active", true);
        assertThat(infos("PRE-EVENT token_disable>>*"))
                .containsExactly("the set countwindow: The option 'count window' of an event handler must be a number");
    }

    @Test
    void whatFailsAfterARequestLeavesWhatHasHappened() {
        enrol("TURN4", "user4");
        handler(
                "token_disable",
                "CustomUserAttributes",
                "set_custom_user_attributes",
                "conditions",
                where("serial", "TURN4"));

        assertThat(admin.post("/token/disable/TURN4").status()).isEqualTo(400);

        assertThat(listed("TURN4")).containsEntry("active", false);
    }

    @Test
    void noHandlerHasItsTurnWhereTheRightIsMissingOrTheRequestFails() {
        handler("token_disable", "Counter", "increase_counter", "option.counter_name", "never");

        admin.post("/token/disable/NOSUCH");

        assertThat(counted("never")).isEqualTo(-1);
    }

    @Test
    void aRequestAndItsAnswerAreChangedOnTheWay() {
        enrol("TURN5", "user5");
        handler(
                "validate_check",
                "RequestMangler",
                "set",
                "position",
                "pre",
                "option.parameter",
                "pass",
                "option.match_parameter",
                "pass",
                "option.match_pattern",
                "(pin)-(.*)",
                "option.value",
                "{0}{1}",
                "conditions",
                where("realm", REALM));
        handler(
                "validate_check",
                "ResponseMangler",
                "set",
                "option.JSON pointer",
                "/detail/hint/text",
                "option.type",
                "string",
                "option.value",
                "mangled",
                "conditions",
                where("serial", "TURN5"));
        handler(
                "validate_check",
                "ResponseMangler",
                "delete",
                "option.JSON pointer",
                "/detail/message",
                "ordering",
                "1",
                "conditions",
                where("serial", "TURN5"));

        Answer answer = tenant.check("user5", "pin-secret");

        assertThat(answer.isAccepted()).isTrue();
        assertThat(answer.detail()).doesNotContainKey("message").containsEntry("hint", Map.of("text", "mangled"));
        assertThat(answer.json()).containsKeys("signature", "time", "versionnumber", "jsonrpc");
    }

    @Test
    void aHandlerIsTriedOutOnWhatTheAuditKnows() {
        enrol("TURN6", "user6");
        admin.post("/token/description/TURN6", "description", "some");
        Object number = rows("POST /token/description/<serial>").stream()
                .filter(row -> "TURN6".equals(row.get("serial")))
                .findFirst()
                .orElseThrow()
                .get("number");
        int handler = handler(
                "token_set", "Token", "disable", "conditions", "{\"serial\": \"TURN\", \"tokentype\": \"hotp\"}");

        Answer tried = admin.post("/event/" + handler + "/try", "number", "" + number);

        assertValue(
                tried,
                "{'event': 'token_set', 'listens': true, 'conditions': {'serial': true, 'tokentype': false},"
                        + " 'acts': false, 'deeds': ['disable token TURN6'], 'refusal': null}");
        assertThat(listed("TURN6")).containsEntry("active", true);
        assertThat(admin.post("/event/" + handler + "/try", "number", "99999999")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void historyLeadsBackToTheHandler() {
        enrol("TURN7", "user7");
        int handler = handler(
                "validate_check",
                "Token",
                "set tokeninfo",
                "option.key",
                "seen",
                "option.value",
                "{client_ip}",
                "conditions",
                where("serial", "TURN7"));

        assertThat(tenant.check("user7", "pinsecret").isAccepted()).isTrue();

        Map<String, Object> info = info("TURN7");
        assertThat(info).containsEntry("seen", "127.0.0.1");
        assertThat(admin.get("/token/TURN7/history").body())
                .contains("event handler " + handler + " the set tokeninfo");
        Map<String, Object> row =
                rows("POST-EVENT validate_check>>Token:set tokeninfo").get(0);
        assertThat(row.get("action_detail")).isEqualTo("{'key': 'seen', 'value': '{client_ip}'}");
        assertJson(row.get("success"), "1");
    }

    @SuppressWarnings("unchecked") // as the list shows a token
    private static Map<String, Object> info(String serial) {
        return (Map<String, Object>) listed(serial).get("info");
    }

    @Test
    void aRequestThatIsRepeatedUnderItsKeyIsHandledOnce() {
        handler(
                "token_init",
                "Counter",
                "increase_counter",
                "option.counter_name",
                "keyed",
                "conditions",
                where("serial", "TURN8"));
        String[] token = {"type", "pw", "otpkey", "secret", "serial", "TURN8"};

        admin.once("turns-once").post("/token/init", token);
        admin.once("turns-once").post("/token/init", token);

        assertThat(counted("keyed")).isEqualTo(1);
    }

    @Test
    void aUserActsForHimselfWhateverIsMadeOfHisRequest() {
        handler(
                "token_init",
                "RequestMangler",
                "set",
                "position",
                "pre",
                "option.parameter",
                "user",
                "option.value",
                "user10",
                "conditions",
                where("logged_in_user", "user"));
        ApiClient user = ApiClient.loggedIn(server.port(), "user9@" + REALM, PasswdFile.PASSWORD);

        user.post("/token/init", "type", "pw", "otpkey", "secret", "serial", "TURN9");

        assertThat(listed("TURN9")).containsEntry("username", "user9");
        assertThat(infos("PRE-EVENT token_init>>RequestMangler:set"))
                .containsExactly("the set: a user acts for himself");
    }
}
