package org.symbolon.endtoend.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** Event handlers over the wire: defined, changed, switched, shown without their secrets, deleted. */
@WireTest
class EventHandlerWireTest {

    private static final String NOT_FOUND = "The requested EventHandler could not be found.";

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        admin = Tenant.create(server, "handled", folder, 1).admin();
    }

    /** They would act on what other classes do with the server. */
    @AfterAll
    void deleteAll() {
        ((List<?>) admin.get("/event/").value())
                .forEach(handler -> admin.delete("/event/" + ((Map<?, ?>) handler).get("id")));
    }

    private int define(String... parameters) {
        Answer answer = admin.post("/event", parameters);
        assertValue(answer, "'<int>'");
        return (Integer) answer.value();
    }

    private int defineMail() {
        return define(
                "name",
                "tell",
                "event",
                "validate_offlinerefill",
                "handlermodule",
                "UserNotification",
                "action",
                "sendmail");
    }

    private static String shown(int id, String over) {
        return ExpectedJson.overlaid(
                "{'id': " + id
                        + ", 'name': 'tell', 'active': true, 'event': ['validate_offlinerefill'], 'position': 'post', 'ordering': 0,"
                        + " 'handlermodule': 'UserNotification', 'action': 'sendmail', 'condition': '',"
                        + " 'conditions': {}, 'options': {}}",
                over);
    }

    private void assertShown(int id, String over) {
        assertValue(admin.get("/event/" + id), "[" + shown(id, over) + "]");
    }

    @Test
    void aHandlerNeedsFourParametersOnly() {
        int id = defineMail();

        assertShown(id, "{}");
    }

    @Test
    void everythingThatIsSentIsShown() {
        int id = define(
                "name",
                "tell",
                "event",
                "token_init, token_assign,token_init",
                "handlermodule",
                "UserNotification",
                "action",
                "sendmail",
                "position",
                "pre",
                "ordering",
                "-3",
                "active",
                "False",
                "id",
                "",
                "conditions",
                "{'realm': 'handled', 'result_value': true, 'failcounter': 3}".replace('\'', '"'),
                "option.To",
                "tokenowner",
                "option.subject",
                "Grüße",
                "option.stray",
                "");

        assertShown(
                id,
                """
                {'event': ['token_init', 'token_assign'], 'position': 'pre', 'ordering': -3, 'active': false,
                 'conditions': {'realm': 'handled', 'result_value': 'True', 'failcounter': '3'},
                 'options': {'To': 'tokenowner', 'subject': 'Grüße', 'stray': ''}}
                """);
    }

    @Test
    void aHandlerMayComeAsJson() {
        String body =
                """
                {"name": "tell", "event": ["token_init"], "handlermodule": "UserNotification", "action": "sendmail",
                 "ordering": 2, "active": true, "conditions": {"realm": "handled", "counter": null}, "position": "",
                 "option.attach_qrcode": true, "option.emailconfig": "mailer"}
                """;
        Answer answer = admin.post("/event", "application/json", body.getBytes(StandardCharsets.UTF_8));

        assertShown(
                (Integer) answer.value(),
                """
                {'event': ['token_init'], 'ordering': 2, 'conditions': {'realm': 'handled'},
                 'options': {'attach_qrcode': 'True', 'emailconfig': 'mailer'}}
                """);
    }

    @Test
    void whatIsNotSentAgainIsGone() {
        int id = define(
                "name",
                "tell",
                "event",
                "validate_offlinerefill",
                "handlermodule",
                "UserNotification",
                "action",
                "sendmail",
                "conditions",
                "{\"realm\": \"handled\"}",
                "option.To",
                "tokenowner",
                "option.subject",
                "one");

        int same = define(
                "id",
                "" + id,
                "name",
                "other",
                "event",
                "validate_offlinerefill",
                "handlermodule",
                "UserNotification",
                "action",
                "sendsms",
                "option.subject",
                "two");

        assertThat(same).isEqualTo(id);
        assertShown(id, "{'name': 'other', 'action': 'sendsms', 'options': {'subject': 'two'}}");
    }

    @Test
    void secretsAreShownToNobody() {
        String[] enrol = {
            "name", "tell", "event", "validate_offlinerefill", "handlermodule", "Token", "action", "enroll"
        };
        int id = define(with(enrol, "option.tokentype", "motp", "option.motppin", "1234"));
        String shown = "{'handlermodule': 'Token', 'action': 'enroll', 'options': {'motppin': '__CENSORED__'}}";

        define(with(enrol, "id", "" + id, "option.motppin", "__CENSORED__"));
        assertShown(id, shown);
        define(with(enrol, "id", "" + id, "option.motppin", "5678"));
        assertShown(id, shown);
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aHandlerIsSwitchedOffAndOnAndDeleted() {
        int id = defineMail();

        assertValue(admin.post("/event/disable/" + id), "" + id);
        assertShown(id, "{'active': false}");
        assertValue(admin.post("/event/enable/" + id), "" + id);
        assertShown(id, "{}");
        assertValue(admin.delete("/event/" + id), "" + id);
        assertValue(admin.get("/event/" + id), "[]");
        assertRefusal(admin.delete("/event/" + id), 404, 601, NOT_FOUND);
    }

    @Test
    void theListIsInTheOrderOfTheirTurns() {
        int later = define(
                "name",
                "b",
                "event",
                "validate_offlinerefill",
                "handlermodule",
                "Counter",
                "action",
                "reset_counter",
                "ordering",
                "9");
        int sooner = define(
                "name",
                "a",
                "event",
                "validate_offlinerefill",
                "handlermodule",
                "Counter",
                "action",
                "reset_counter",
                "ordering",
                "8");

        List<Object> numbers = new ArrayList<>();
        ((List<?>) admin.get("/event/").value()).forEach(handler -> numbers.add(((Map<?, ?>) handler).get("id")));

        assertThat(numbers).containsSubsequence(sooner, later);
    }

    @Test
    void anUnknownHandlerIsNotFound() {
        assertValue(admin.get("/event/999999"), "[]");
        assertRefusal(admin.post("/event/enable/999999"), 404, 601, NOT_FOUND);
        assertRefusal(admin.post("/event/disable/999999"), 404, 601, NOT_FOUND);
        assertRefusal(
                admin.post(
                        "/event",
                        "id",
                        "999999",
                        "name",
                        "n",
                        "event",
                        "validate_offlinerefill",
                        "handlermodule",
                        "Token",
                        "action",
                        "delete"),
                404,
                601,
                NOT_FOUND);
        assertRefusal(admin.get("/event/first"), 400, 905, "ERR905: Parameter 'eventid' must be a number");
        assertRefusal(admin.delete("/event/first"), 400, 905, "ERR905: Parameter 'eid' must be a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "event", "handlermodule", "action"})
    void fourParametersMustBeThere(String missing) {
        String body = "{\"name\": \"n\", \"event\": \"auth\", \"handlermodule\": \"Token\", \"action\": \"delete\", \""
                + missing + "\": null}";
        assertRefusal(
                admin.post("/event", "application/json", body.getBytes(StandardCharsets.UTF_8)),
                400,
                905,
                "ERR905: Missing parameter: '" + missing + "'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event         | auth,nosuch   | Unknown event: 'nosuch'",
                "event         | ,             | event: expected at least one event",
                "handlermodule | nosuch        | Unknown handler module: 'nosuch'",
                "action        | nosuch        | Unknown action of the handler module Token: 'nosuch'",
                "position      | nosuch        | The handler module Token has no position 'nosuch'",
                "ordering      | first         | Parameter 'ordering' must be a number",
                "conditions    | nosuch        | Parameter 'conditions' must be an object",
                "conditions    | {\"nosuch\": 1} | Unknown condition: 'nosuch'"
            })
    void whatCannotBeIsRefused(String parameter, String value, String message) {
        LinkedHashMap<String, String> parameters = new LinkedHashMap<>(
                Map.of("name", "n", "event", "validate_offlinerefill", "handlermodule", "Token", "action", "delete"));
        parameters.put(parameter, value);
        String[] flat = parameters.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);

        assertRefusal(admin.post("/event", flat), 400, 905, "ERR905: " + message);
    }

    @Test
    void eventsAndModulesAreListed() {
        assertValue(
                admin.get("/event/available"),
                """
                ['auth', 'validate_offlinerefill', 'validate_check', 'validate_triggerchallenge',
                 'validate_poll_transaction', 'serviceid_add', 'serviceid_list', 'serviceid_delete', 'token_init',
                 'token_getchallenges', 'token_list', 'token_assign', 'token_unassign', 'token_revoke', 'token_enable',
                 'token_disable', 'token_delete', 'token_reset', 'token_resync', 'token_setpin', 'token_setrandompin',
                 'token_set', 'token_realm', 'token_load', 'token_copypin', 'token_copyuser', 'token_lost',
                 'token_getserial', 'token_info', 'token_assign_group', 'token_unassign_group', 'tokengroup_add',
                 'tokengroup_list', 'tokengroup_delete', 'user_list', 'set_custom_user_attribute', 'get_user_attribute',
                 'get_editable_attributes', 'delete_custom_user_attribute', 'user_delete', 'user_add', 'user_update',
                 'token_enrolled', 'token_assigned', 'token_unassigned', 'token_deleted', 'token_pin_changed',
                 'token_locked', 'token_disabled', 'token_enabled', 'token_revoked']
                """);
        assertValue(
                admin.get("/event/handlermodules"),
                """
                ['UserNotification', 'Token', 'Federation', 'Script', 'Counter', 'RequestMangler', 'ResponseMangler',
                 'Logging', 'CustomUserAttributes', 'WebHook']
                """);
    }

    @Test
    void aModuleTellsItsPositions() {
        assertValue(admin.get("/event/positions/Token"), "['post', 'pre']");
        assertValue(admin.get("/event/positions/ResponseMangler"), "['post']");
        assertValue(admin.get("/event/positions/nosuch"), "[]");
    }

    @Test
    void aModuleTellsItsActionsAndTheirOptions() {
        assertValue(
                admin.get("/event/actions/Counter"),
                """
                {'increase_counter': {'counter_name': {'type': 'str', 'description': '~.+'}},
                 'decrease_counter': {'counter_name': {'type': 'str', 'description': '~.+'},
                                      'allow_negative_values': {'type': 'bool', 'description': '~.+'}},
                 'reset_counter': {'counter_name': {'type': 'str', 'description': '~.+'}}}
                """);
        Map<String, Object> token = admin.get("/event/actions/Token").valueMap();
        assertThat(token)
                .containsKeys("enroll", "delete", "set random pin", "attach application")
                .hasSize(18);
        assertJson(token.get("delete"), "{}");
        Map<?, ?> enrol = (Map<?, ?>) token.get("enroll");
        assertThat(choices(enrol, "tokentype")).contains("hotp", "totp").doesNotContain("demo");
        assertJson(described(enrol, "tokentype"), "{'type': 'str', 'description': '~.+', 'required': true}");
        assertJson(
                enrol.get("dynamic_phone"),
                "{'type': 'bool', 'description': '~.+', 'visibleIf': 'tokentype', 'visibleValue': 'sms'}");
        assertThat(choices(enrol, "realm")).contains("handled");
        Map<?, ?> length = (Map<?, ?>) ((Map<?, ?>) token.get("set random pin")).get("length");
        assertThat((List<?>) length.get("value")).hasSize(31).first().isEqualTo(1);
        assertThat((Object) length.get("default")).isEqualTo("6");
        assertValue(admin.get("/event/actions/nosuch"), "[]");
    }

    @Test
    void notificationsGoToAdministratorsThatThereAre() {
        Map<?, ?> mail = (Map<?, ?>)
                admin.get("/event/actions/UserNotification").valueMap().get("sendmail");

        assertThat(choices(mail, "To internal admin")).contains(InProcessServer.ADMIN);
        assertJson(mail.get("body"), "{'type': 'text', 'description': '~.+'}");
    }

    @Test
    void everyModuleHasTheSameConditions() {
        Map<String, Object> conditions = admin.get("/event/conditions/Token").valueMap();

        assertThat(conditions)
                .hasSize(26)
                .isEqualTo(admin.get("/event/conditions/WebHook").valueMap());
        assertJson(
                conditions.get("logged_in_user"),
                "{'type': 'str', 'desc': '~.+', 'group': 'user', 'value': ['admin', 'user']}");
        assertJson(conditions.get("serial"), "{'type': 'regexp', 'desc': '~.+', 'group': 'token'}");
        assertThat(choices(conditions, "tokentype")).contains(Map.of("name", "hotp"), Map.of("name", "totp"));
        assertJson(described(conditions, "tokentype"), "{'type': 'multi', 'desc': '~.+', 'group': 'token'}");
        assertValue(admin.get("/event/conditions/nosuch"), "[]");
    }

    /** An option but for what it offers to choose from, which grows with what there is. */
    private static Map<String, Object> described(Map<?, ?> options, String name) {
        Map<String, Object> described = new HashMap<>();
        ((Map<?, ?>) options.get(name)).forEach((key, value) -> described.put((String) key, value));
        described.remove("value");
        return described;
    }

    private static List<Object> choices(Map<?, ?> options, String name) {
        return new ArrayList<>((List<?>) ((Map<?, ?>) options.get(name)).get("value"));
    }
}
