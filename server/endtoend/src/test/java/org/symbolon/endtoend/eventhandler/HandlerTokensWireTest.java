package org.symbolon.endtoend.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.symbolon.endtoend.harness.Wire.assertJson;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.HostsFile;

/** What handlers do to tokens: each action, as the token shows it afterwards. */
class HandlerTokensWireTest extends HandledServer {

    private static final String MACHINE = "10.79.0.1";
    private static final String MACHINES = "handled-machines";

    @BeforeAll
    static void define() {
        assertDone(admin.post("/realm/handledtoo", "resolvers", REALM));
        assertDone(admin.post("/tokengroup/lent", "description", "lent to somebody"));
        assertDone(admin.post("/tokengroup/spare", "description", "spare"));
        assertDone(admin.post("/serviceid/handled-web", "description", "web servers"));
        String hosts = HostsFile.write(folder, MACHINE + " one.handled").toString();
        assertDone(admin.post("/machineresolver/" + MACHINES, "type", "hosts", "filename", hosts));
    }

    private static void assertDone(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** Has a handler do something to the token because it is described. */
    private void acts(String serial, String action, String... options) {
        handler("token_set", "Token", action, ApiClient.joined(options, "conditions", where("serial", serial + "$")));
    }

    private static void describe(String serial) {
        assertDone(admin.post("/token/description/" + serial, "description", "described"));
    }

    private static List<Map<String, Object>> turns(String serial, String action) {
        return rows("POST-EVENT token_set>>Token:" + action).stream()
                .filter(row -> serial.equals(row.get("serial")))
                .toList();
    }

    @Test
    void aTokenJoinsAndLeavesRealmsAndGroups() {
        enrol("ACT1", "user1");
        assertDone(admin.post("/token/group/ACT1/spare"));
        acts("ACT1", "set tokenrealm", "option.realm", "handledtoo");
        acts("ACT1", "add tokengroup", "option.tokengroup", "lent");
        acts("ACT1", "remove tokengroup", "option.tokengroup", "spare");

        describe("ACT1");

        assertJson(listed("ACT1").get("realms"), "['handled', 'handledtoo']");
        assertJson(listed("ACT1").get("tokengroup"), "['lent']");
        acts("ACT1", "set tokenrealm", "option.realm", "handledtoo", "option.only_realm", "1", "ordering", "1");
        describe("ACT1");
        assertJson(listed("ACT1").get("realms"), "['handledtoo']");
    }

    @Test
    void whatATokenIsSetToIsChanged() {
        enrol("ACT2", "user2");
        admin.post("/token/info/ACT2/colour", "value", "red");
        acts("ACT2", "set countwindow", "option.count window", "77");
        acts("ACT2", "set max failcount", "option.max failcount", "3");
        acts("ACT2", "set tokeninfo", "option.key", "agent", "option.value", "{ua_string} {username}");
        acts("ACT2", "delete tokeninfo", "option.key", "colour");
        acts("ACT2", "set validity", "option.valid from", "-1d", "option.valid till", "2035-01-02T03:04+0000");

        describe("ACT2");

        assertThat(listed("ACT2")).containsEntry("count_window", 77).containsEntry("maxfail", 3);
        assertThat(info("ACT2"))
                .containsEntry("validity_period_end", "2035-01-02T03:04+0000")
                .containsKey("validity_period_start")
                .doesNotContainKey("colour");
        assertThat(info("ACT2").get("agent").toString()).endsWith(" N/A");
    }

    @SuppressWarnings("unchecked") // as the list shows a token
    private static Map<String, Object> info(String serial) {
        return (Map<String, Object>) listed(serial).get("info");
    }

    @Test
    void aTokenIsSwitchedAndTakenFromItsOwner() {
        enrol("ACT3", "user3");
        acts("ACT3", "disable");
        acts("ACT3", "unassign", "ordering", "1");
        describe("ACT3");
        assertThat(listed("ACT3")).containsEntry("active", false).containsEntry("username", "");

        handler("token_reset", "Token", "enable", "conditions", where("serial", "ACT3"));
        assertThat(admin.post("/token/reset/ACT3").status()).isEqualTo(200);
        assertThat(listed("ACT3")).containsEntry("active", true);
    }

    @Test
    void aTokenIsAttachedToMachinesForEachApplication() {
        enrol("ACT4", "user4");
        acts(
                "ACT4",
                "attach application",
                "option.application",
                "luks",
                "option.machine ID",
                MACHINE,
                "option.slot",
                "3",
                "option.partition",
                "/dev/sda");
        acts(
                "ACT4",
                "attach application",
                "ordering",
                "1",
                "option.application",
                "offline",
                "option.count",
                "12",
                "option.rounds",
                "1000");
        acts(
                "ACT4",
                "attach application",
                "ordering",
                "2",
                "option.application",
                "ssh",
                "option.user",
                "root",
                "option.service_id",
                "handled-web");

        describe("ACT4");

        List<Map<String, Object>> attached =
                admin.get("/machine/token", "serial", "ACT4").list();
        assertThat(attached)
                .extracting(
                        each -> each.get("application"), each -> each.get("machine_id"), each -> each.get("options"))
                .containsExactly(
                        tuple("luks", MACHINE, Map.of("slot", "3", "partition", "/dev/sda")),
                        tuple("offline", "any machine", Map.of("count", "12", "rounds", "1000")),
                        tuple("ssh", "any machine", Map.of("user", "root", "service_id", "handled-web")));
        assertThat(turns("ACT4", "attach application")).hasSize(3).allSatisfy(row -> assertThat(row)
                .containsEntry("success", 1));
    }

    @Test
    void aMachineThatDoesNotExistIsNotedAndTheRequestGoesOn() {
        enrol("ACT5", "user5");
        acts("ACT5", "attach application", "option.application", "luks", "option.machine ID", "192.0.2.99");

        describe("ACT5");

        assertThat(admin.get("/machine/token", "serial", "ACT5").list()).isEmpty();
        assertThat(turns("ACT5", "attach application")).singleElement().satisfies(row -> assertThat(row)
                .containsEntry("success", 0)
                .containsEntry("info", "the attach application: The requested machine could not be found."));
    }

    @Test
    void tokensAreEnrolledThatReachTheOwner() {
        enrol("ACT6", "user7");
        handler(
                "token_set",
                "CustomUserAttributes",
                "set_custom_user_attributes",
                "position",
                "pre",
                "option.attrkey",
                "mobile",
                "option.attrvalue",
                "01517",
                "conditions",
                where("serial", "ACT6$"));
        acts(
                "ACT6",
                "enroll",
                "option.tokentype",
                "sms",
                "option.user",
                "1",
                "option.sms_identifier",
                "gate",
                "option.additional_params",
                "{\"description\": \"by a handler\", \"serial\": \"ACT6SMS\"}");
        acts(
                "ACT6",
                "enroll",
                "option.tokentype",
                "email",
                "option.user",
                "1",
                "option.dynamic_email",
                "1",
                "option.smtp_identifier",
                "post",
                "option.additional_params",
                "serial: ACT6MAIL",
                "option.realm",
                "handledtoo");
        acts(
                "ACT6",
                "enroll",
                "option.tokentype",
                "motp",
                "option.user",
                "1",
                "option.motppin",
                "1234",
                "option.additional_params",
                "{serial: ACT6MOTP}");

        describe("ACT6");

        assertThat(listed("ACT6SMS"))
                .containsEntry("description", "by a handler")
                .containsEntry("username", "user7");
        assertThat(info("ACT6SMS")).containsEntry("phone", "01517").containsEntry("sms.identifier", "gate");
        assertThat(info("ACT6MAIL")).containsEntry("email.identifier", "post").containsKey("dynamic_email");
        assertJson(listed("ACT6MAIL").get("realms"), "['handled', 'handledtoo']");
        assertThat(listed("ACT6MOTP")).containsEntry("tokentype", "motp");
        assertThat(turns("ACT6", "enroll").toString())
                .contains("'motppin': '***'")
                .doesNotContain("1234");
    }

    @Test
    void eachStepOfABulkOperationRaisesItsEvent() {
        enrol("ACT7A", "user8");
        enrol("ACT7B", "user9");
        handler(
                "token_disable",
                "Token",
                "set tokeninfo",
                "option.key",
                "off",
                "option.value",
                "yes",
                "conditions",
                where("serial", "ACT7"));
        handler(
                "token_disable",
                "Token",
                "set countwindow",
                "position",
                "pre",
                "option.count window",
                "many",
                "conditions",
                where("serial", "ACT7B"));

        Map<String, Object> ordered = admin.post("/token/bulk", "action", "disable", "serials", "ACT7A,ACT7B")
                .valueMap();
        String operation = "/token/bulk/" + ordered.get("id");
        until(() -> admin.get(operation).valueMap().get("state").equals("done"));

        assertThat(admin.get(operation).valueMap()).containsEntry("done", 1).containsEntry("refused", 1);
        assertThat(listed("ACT7A")).containsEntry("active", false);
        assertThat(info("ACT7A")).containsEntry("off", "yes");
        assertThat(listed("ACT7B")).containsEntry("active", true);
        assertThat(info("ACT7B")).doesNotContainKey("off");
        assertThat(Stream.of("ACT7A", "ACT7B").map(serial -> rows("*token_disable>>Token:*").stream()
                        .filter(row -> serial.equals(row.get("serial")))
                        .map(row -> row.get("action") + " " + row.get("success"))
                        .toList()))
                .containsExactly(
                        List.of("POST-EVENT token_disable>>Token:set tokeninfo 1"),
                        List.of("PRE-EVENT token_disable>>Token:set countwindow 0"));
    }
}
