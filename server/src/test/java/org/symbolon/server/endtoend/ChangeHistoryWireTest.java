package org.symbolon.server.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.server.endtoend.Wire.assertJson;
import static org.symbolon.server.endtoend.Wire.assertRefusal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.command.eventcounter.IncreaseEventCounter;
import org.symbolon.command.eventcounter.ResetEventCounter;
import org.symbolon.command.monitoring.RecordStatistic;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.user.DeleteUserAttributes;
import org.symbolon.command.user.SetUserAttribute;
import org.symbolon.events.user.UserKey;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.server.cli.Administrators;

/** What is told of the past of everything that administrators can change: who changed what, from which value to which. */
@WireTest
class ChangeHistoryWireTest {

    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String TIME = "[-0-9]{10}T[:0-9]{8}([.][0-9]{1,6})?Z";

    private InProcessServer server;
    private Tenant tenant;
    private ApiClient admin;
    private String passwd;

    @BeforeAll
    void prepare(InProcessServer shared, Path folder) {
        server = shared;
        tenant = Tenant.create(shared, "changes", folder, 2);
        admin = tenant.admin();
        passwd = PasswdFile.write(folder, 2).toString();
    }

    private void done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String entry(String event, String changes) {
        return """
                {'event': '%s', 'actor': 'admin', 'role': 'admin', 'realm': null, 'client': '127.0.0.1',
                 'node': 'tested', 'user_agent': '~Java-http-client/.+', 'request_id': '~[0-9a-f]{16}',
                 'time': '~%s', 'changes': %s}
                """
                .formatted(event, TIME, changes);
    }

    /** The whole history, the newest first. */
    private void assertHistory(String path, String... entries) {
        assertJson(
                admin.get("/history/" + path).value(),
                "{'count': %d, 'current': 1, 'next': null, 'prev': null, 'history': [%s]}"
                        .formatted(entries.length, String.join(", ", entries)));
    }

    /** The newest entry of a history of so many. */
    private void assertNewest(String path, int count, String event, String changes) {
        assertJson(
                admin.get("/history/" + path, "pagesize", "1").value(),
                "{'count': %d, 'current': 1, 'next': %s, 'prev': null, 'history': [%s]}"
                        .formatted(count, count > 1 ? "2" : "null", entry(event, changes)));
    }

    @Test
    void aServiceIdIsFollowedFromBeginToEnd() {
        done(admin.post("/serviceid/changes", "description", "one"));
        done(admin.post("/serviceid/changes", "description", "two"));
        done(admin.post("/serviceid/changes"));
        done(admin.delete("/serviceid/changes"));

        assertHistory(
                "serviceid/changes",
                entry(
                        "ServiceidDeleted",
                        "{'name': {'old': 'changes', 'new': null}, 'id': {'old': '<int>', 'new': null}}"),
                entry("ServiceidDescribed", "{'description': {'old': 'two', 'new': null}}"),
                entry("ServiceidDescribed", "{'description': {'old': 'one', 'new': 'two'}}"),
                entry(
                        "ServiceidCreated",
                        """
                        {'name': {'old': null, 'new': 'changes'}, 'id': {'old': null, 'new': '<int>'},
                         'description': {'old': null, 'new': 'one'}}
                        """));
    }

    @Test
    void aTokenGroupHasAHistory() {
        done(admin.post("/tokengroup/changes", "description", "one"));
        done(admin.post("/tokengroup/changes", "description", "two"));

        assertNewest("tokengroup/changes", 2, "TokengroupDescribed", "{'description': {'old': 'one', 'new': 'two'}}");
        done(admin.delete("/tokengroup/changes"));
    }

    @Test
    void aMailServerHasAHistory() {
        done(admin.post("/smtpserver/changes", "server", "mail", "password", "Mail-secret"));
        assertHistory(
                "smtpserver/changes",
                entry(
                        "SmtpServerCreated",
                        """
                        {'identifier': {'old': null, 'new': 'changes'}, 'server': {'old': null, 'new': 'mail'},
                         'port': {'old': null, 'new': 25}, 'username': {'old': null, 'new': ''},
                         'password': {'old': null, 'new': '***'}, 'sender': {'old': null, 'new': ''},
                         'tls': {'old': null, 'new': false}, 'description': {'old': null, 'new': ''},
                         'timeout': {'old': null, 'new': 10}, 'enqueue_job': {'old': null, 'new': false}}
                        """));

        done(admin.post("/smtpserver/changes", "server", "mail", "port", "26", "password", "Other-secret"));
        assertNewest(
                "smtpserver/changes",
                2,
                "SmtpServerReconfigured",
                "{'port': {'old': 25, 'new': 26}, 'password': {'old': '***', 'new': '***'}}");
        done(admin.delete("/smtpserver/changes"));
    }

    @Test
    void aRadiusServerHasAHistory() {
        done(admin.post("/radiusserver/changes", "server", "r1", "secret", "Shared-secret"));
        done(admin.post("/radiusserver/changes", "server", "r2", "enforce_ma", "1", "secret", "__CENSORED__"));

        assertNewest(
                "radiusserver/changes",
                2,
                "RadiusServerReconfigured",
                "{'server': {'old': 'r1', 'new': 'r2'}, 'enforce_ma': {'old': false, 'new': true}}");
        done(admin.delete("/radiusserver/changes"));
    }

    @Test
    void aRemoteServerHasAHistory() {
        done(admin.post("/edumfaserver/changes", "url", "https://a", "tls", "1"));
        done(admin.post("/edumfaserver/changes", "url", "https://b", "tls", "1"));

        assertNewest(
                "edumfaserver/changes",
                2,
                "RemoteServerReconfigured",
                "{'url': {'old': 'https://a', 'new': 'https://b'}}");
        done(admin.delete("/edumfaserver/changes"));
    }

    @Test
    void anSmsGatewayHasAHistory() {
        String module = "edumfa.lib.smsprovider.HttpSMSProvider.HttpSMSProvider";
        Answer saved = admin.post(
                "/smsgateway",
                "name",
                "changes",
                "module",
                module,
                "option.URL",
                "https://a",
                "option.PASSWORD",
                "Sms-secret");
        done(saved);
        done(admin.delete("/smsgateway/option/" + saved.value() + "/option.URL"));

        assertNewest(
                "smsgateway/changes",
                2,
                "SmsGatewayOptionRemoved",
                """
                {'options': {'old': {'URL': 'https://a', 'PASSWORD': {'value': '***', 'type': 'password',
                    'description': ''}}, 'new': {'PASSWORD': {'value': '***', 'type': 'password', 'description': ''}}}}
                """);
        done(admin.delete("/smsgateway/changes"));
    }

    @Test
    void aCaConnectorHasAHistory() {
        done(admin.post("/caconnector/changes", "type", "local", "cakey", "a"));
        done(admin.post("/caconnector/changes", "type", "local", "cacert", "b"));

        assertNewest(
                "caconnector/changes",
                2,
                "CaConnectorReconfigured",
                "{'data': {'old': {'name': 'changes', 'cakey': 'a'},"
                        + " 'new': {'name': 'changes', 'cakey': 'a', 'cacert': 'b'}}}");
        done(admin.delete("/caconnector/changes"));
        assertThat(ExpectedJson.entry(admin.get("/history/caconnector/changes").value(), "count"))
                .isEqualTo(3);
    }

    @Test
    void aMachineResolverHasAHistory() {
        done(admin.post("/machineresolver/changes", "type", "hosts", "filename", "/a"));
        done(admin.post("/machineresolver/changes", "type", "hosts", "filename", "/b"));

        assertNewest(
                "machineresolver/changes",
                2,
                "MachineResolverReconfigured",
                "{'data': {'old': {'resolver': 'changes', 'filename': '/a'},"
                        + " 'new': {'resolver': 'changes', 'filename': '/b'}}}");
        done(admin.delete("/machineresolver/changes"));
    }

    @Test
    void aResolverHasAHistory() {
        done(admin.post("/resolver/changes2", "type", "passwdresolver", "fileName", "/a"));
        done(admin.post("/resolver/changes2", "type", "passwdresolver", "fileName", passwd));
        done(admin.delete("/resolver/changes2"));

        assertHistory(
                "resolver/changes2",
                entry(
                        "ResolverDeleted",
                        """
                        {'resolvername': {'old': 'changes2', 'new': null}, 'type': {'old': 'passwdresolver', 'new': null},
                         'data': {'old': {'fileName': '%s'}, 'new': null}}
                        """
                                .formatted(passwd)),
                entry(
                        "ResolverReconfigured",
                        "{'data': {'old': {'fileName': '/a'}, 'new': {'fileName': '%s'}}}".formatted(passwd)),
                entry(
                        "ResolverCreated",
                        """
                        {'resolvername': {'old': null, 'new': 'changes2'}, 'type': {'old': null, 'new': 'passwdresolver'},
                         'data': {'old': null, 'new': {'fileName': '/a'}}}
                        """));
    }

    @Test
    void aRealmsHistoryTellsWhenItWasTheDefault() {
        String former = admin.get("/defaultrealm").valueMap().keySet().stream()
                .findFirst()
                .orElse("");
        done(admin.post("/realm/Changes2", "resolvers", "changes"));
        done(admin.post("/defaultrealm/changes2"));
        done(admin.delete("/defaultrealm"));
        done(admin.post("/realm/changes2", "resolvers", ""));

        assertHistory(
                "realm/Changes2",
                entry(
                        "RealmResolversReplaced",
                        "{'resolver': {'old': [{'name': 'changes', 'priority': null}], 'new': []}}"),
                entry("DefaultRealmChanged", "{'default': {'old': true, 'new': false}}"),
                entry("DefaultRealmChanged", "{'default': {'old': false, 'new': true}}"),
                entry(
                        "RealmCreated",
                        """
                        {'name': {'old': null, 'new': 'changes2'}, 'id': {'old': null, 'new': '<int>'},
                         'default': {'old': null, 'new': false},
                         'resolver': {'old': null, 'new': [{'name': 'changes', 'priority': null}]}}
                        """));
        done(admin.delete("/realm/changes2"));
        if (!former.isEmpty()) {
            done(admin.post("/defaultrealm/" + former));
        }
    }

    @Test
    void aSettingHasAHistory() {
        done(admin.post("/system/setConfig", "changes.key", "1"));
        done(admin.post("/system/setConfig", "changes.other", "7"));
        done(admin.post("/system/setConfig", "changes.key", "Setting-secret", "changes.key.type", "password"));
        done(admin.delete("/system/changes.key"));
        done(admin.delete("/system/changes.other"));

        String hidden = "{'value': '***', 'type': 'password', 'description': ''}";
        assertHistory(
                "system/changes.key",
                entry(
                        "SettingDeleted",
                        "{'key': {'old': 'changes.key', 'new': null}, 'value': {'old': %s, 'new': null}}"
                                .formatted(hidden)),
                entry("SettingStored", "{'value': {'old': '1', 'new': %s}}".formatted(hidden)),
                entry(
                        "SettingStored",
                        "{'key': {'old': null, 'new': 'changes.key'}, 'value': {'old': null, 'new': '1'}}"));
    }

    @Test
    void anEventHandlerHasAHistory() {
        String[] handler = {
            "name", "changes", "event", "auth", "handlermodule", "Counter", "action", "reset_counter", "active", "1"
        };
        Object number = admin.post("/event", handler).value();
        done(admin.post("/event/disable/" + number));
        String path = "event/" + number;

        assertNewest(path, 2, "EventHandlerDisabled", "{'active': {'old': true, 'new': false}}");
        done(admin.delete("/event/" + number));
        assertNewest(
                path,
                3,
                "EventHandlerDeleted",
                """
                {'id': {'old': '<int>', 'new': null}, 'name': {'old': 'changes', 'new': null},
                 'active': {'old': false, 'new': null}, 'event': {'old': ['auth'], 'new': null},
                 'handlermodule': {'old': 'Counter', 'new': null}, 'action': {'old': 'reset_counter', 'new': null},
                 'position': {'old': 'post', 'new': null}, 'ordering': {'old': 0, 'new': null},
                 'conditions': {'old': {}, 'new': null}, 'options': {'old': {}, 'new': null}}
                """);
    }

    @Test
    void aPeriodicTaskHasAHistory() {
        String[] task = {
            "name", "changes", "interval", "@daily", "nodes", "tested", "taskmodule", "SimpleStats", "ordering", "0"
        };
        Object number = admin.post("/periodictask/", task).value();
        done(admin.post("/periodictask/disable/" + number));
        String path = "periodictask/" + number;

        assertNewest(path, 2, "PeriodicTaskDisabled", "{'active': {'old': true, 'new': false}}");
        done(admin.delete("/periodictask/" + number));
        assertNewest(
                path,
                3,
                "PeriodicTaskDeleted",
                """
                {'id': {'old': '<int>', 'new': null}, 'name': {'old': 'changes', 'new': null},
                 'active': {'old': false, 'new': null}, 'retry_if_failed': {'old': true, 'new': null},
                 'interval': {'old': '@daily', 'new': null}, 'nodes': {'old': ['tested'], 'new': null},
                 'taskmodule': {'old': 'SimpleStats', 'new': null}, 'ordering': {'old': 0, 'new': null},
                 'options': {'old': {}, 'new': null}}
                """);
    }

    @Test
    void aTokenHasAHistoryOfChanges() {
        tenant.enrol("CHANGES1", "user1", "type", "hotp", "otpkey", SEED, "pin", "pin");
        done(admin.post("/token/unassign", "serial", "CHANGES1"));

        assertNewest(
                "token/CHANGES1",
                2,
                "TokenUnassigned",
                """
                {'owner': {'old': {'resolver': 'changes', 'user_id': '1001', 'realm': 'changes'}, 'new': null},
                 'pin': {'old': '***', 'new': '***'}}
                """);
    }

    private static String inside(String event, String changes) {
        return """
                {'event': '%s', 'actor': 'somebody', 'role': 'system', 'realm': null, 'client': null,
                 'node': 'tested', 'user_agent': null, 'request_id': null, 'time': '~%s', 'changes': %s}
                """
                .formatted(event, TIME, changes);
    }

    private void send(Object command) {
        server.bean(CommandSender.class).sendAs("somebody", command);
    }

    private int realmNumber(String realm) {
        return server.bean(ConfigurationViews.class)
                .current()
                .realm(realm)
                .orElseThrow()
                .id();
    }

    private void give(String realm, String value, String type) {
        send(new SetUserAttribute(new UserKey(realmNumber(realm), "changes", "1001"), "hairColour", value, type));
    }

    @Test
    void aUserIsNamedAsPeopleNameHim() {
        give("changes", "red", "");
        give("changes", "grey", "looks");
        send(new DeleteUserAttributes(new UserKey(realmNumber("changes"), "changes", "1001")));
        String typed = "{'hairColour': {'value': 'grey', 'type': 'looks'}}";
        String[] entries = {
            inside("UserAttributeDeleted", "{'attributes': {'old': %s, 'new': {}}}".formatted(typed)),
            inside("UserAttributeSet", "{'attributes': {'old': {'hairColour': 'red'}, 'new': %s}}".formatted(typed)),
            inside("UserAttributeSet", "{'attributes': {'old': null, 'new': {'hairColour': 'red'}}}")
        };

        assertHistory("user/user1?realm=changes", entries);
        assertHistory("user/user1?realm=Changes&resolver=changes", entries);
        assertHistory("user/user1@changes", entries);
        assertThat(admin.get("/history/user/user0@changes").status()).isEqualTo(404);
        assertThat(admin.get("/history/user/user1", "realm", "nowhere").status())
                .isEqualTo(404);
    }

    @Test
    void whoIsGoneIsNamedByHisIdAndFormerRealmsAreNotForgotten() {
        done(admin.post("/realm/changes3", "resolvers", "changes"));
        give("changes3", "red", "");
        done(admin.delete("/realm/changes3"));
        done(admin.post("/realm/changes3", "resolvers", "changes"));
        give("changes3", "grey", "");

        String[] entries = {
            inside("UserAttributeSet", "{'attributes': {'old': null, 'new': {'hairColour': 'grey'}}}"),
            entry("RealmDeleted", "{'attributes': {'old': {'hairColour': 'red'}, 'new': null}}"),
            inside("UserAttributeSet", "{'attributes': {'old': null, 'new': {'hairColour': 'red'}}}")
        };
        assertHistory("user/user1?realm=changes3", entries);
        assertHistory("user/1001?realm=changes3&resolver=changes", entries);
        done(admin.delete("/realm/changes3"));
        assertRefusal(
                admin.get("/history/user/1001", "realm", "changes3"),
                404,
                601,
                "There is no history of the user '1001'.");
        assertRefusal(
                admin.get("/history/user/1001", "realm", "changes3", "resolver", "nowhere"),
                404,
                601,
                "There is no history of the user '1001'.");
        assertThat(admin.get("/history/user/1001", "realm", "changes3", "resolver", "changes")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aCounterHasAHistoryOverAllNodes() {
        send(new IncreaseEventCounter("changes", "node1"));
        send(new IncreaseEventCounter("changes", "node2"));
        send(new ResetEventCounter("changes", "node1"));

        assertHistory(
                "eventcounter/changes",
                inside(
                        "EventCounterReset",
                        """
                        {'counter_value': {'old': 1, 'new': 0},
                         'nodes': {'old': {'node1': 0, 'node2': 1}, 'new': {'node1': 0, 'node2': 0}}}
                        """),
                inside(
                        "EventCounterReset",
                        """
                        {'counter_value': {'old': 2, 'new': 1},
                         'nodes': {'old': {'node1': 1, 'node2': 1}, 'new': {'node1': 0, 'node2': 1}}}
                        """),
                inside(
                        "EventCounterIncreased",
                        """
                        {'counter_value': {'old': 1, 'new': 2},
                         'nodes': {'old': {'node1': 1}, 'new': {'node1': 1, 'node2': 1}}}
                        """),
                inside(
                        "EventCounterIncreased",
                        """
                        {'counter_name': {'old': null, 'new': 'changes'}, 'counter_value': {'old': null, 'new': 1},
                         'nodes': {'old': null, 'new': {'node1': 1}}}
                        """));
        assertThat(admin.get("/history/eventcounter/nowhere").status()).isEqualTo(404);
    }

    @Test
    void whoDeletedFiguresIsTold() {
        send(new RecordStatistic("changes", Instant.parse("2026-11-24T00:00:00Z"), 5));
        send(new RecordStatistic("changes", Instant.parse("2026-11-25T00:00:00Z"), 6));
        done(admin.delete("/monitoring/changes?end=2026-11-24T12:00Z"));

        assertHistory(
                "monitoring/changes",
                entry(
                        "StatisticsDeleted",
                        """
                        {'values': {'old': 2, 'new': 1},
                         'first': {'old': '2026-11-24T00:00:00Z', 'new': '2026-11-25T00:00:00Z'}}
                        """));
    }

    @Test
    void anAdministratorHasAHistoryWithoutPasswords() {
        Administrators administrators = server.bean(Administrators.class);
        administrators.add("changes", "Admin-secret-1", "a@example.com");
        administrators.changePassword("changes", "Admin-secret-2");
        administrators.remove("changes");

        Object newest = ((List<?>)
                        ExpectedJson.entry(admin.get("/history/admin/changes").value(), "history"))
                .get(0);
        assertJson(
                newest,
                """
                {'event': 'AdminRemoved', 'actor': '~.+', 'role': 'system', 'realm': null, 'client': null,
                 'node': 'tested', 'user_agent': null, 'request_id': null, 'time': '~%s',
                 'changes': {'username': {'old': 'changes', 'new': null}, 'password': {'old': '***', 'new': null},
                             'email': {'old': 'a@example.com', 'new': null}}}
                """
                        .formatted(TIME));
        assertThat(admin.get("/history/admin/changes").body()).doesNotContain("argon2");
    }

    @Test
    void whatHasNoHistoryIsNotFound() {
        assertRefusal(admin.get("/history/weather/today"), 404, 601, "There are no histories of the kind 'weather'.");
        assertRefusal(admin.get("/history/realm/nowhere"), 404, 601, "There is no history of the realm 'nowhere'.");
        assertRefusal(admin.get("/history/event/one"), 404, 601, "There is no history of the event 'one'.");
        assertRefusal(
                admin.get("/history/realm/changes", "page", "x"),
                400,
                905,
                "ERR905: Parameter 'page' must be a number");
        assertThat(tenant.anyone().get("/history/realm/changes").status()).isEqualTo(401);
        ApiClient user = ApiClient.loggedIn(server.port(), "user1@changes", PasswdFile.PASSWORD);
        assertThat(user.get("/history/realm/changes").status()).isGreaterThanOrEqualTo(401);
    }
}
