package org.symbolon.endtoend.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.cli.admin.Administrators;
import org.symbolon.command.eventcounter.IncreaseEventCounter;
import org.symbolon.command.eventcounter.ResetEventCounter;
import org.symbolon.command.monitoring.Statistics;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.user.DeleteUserAttribute;
import org.symbolon.command.user.SetUserAttribute;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.PartOfACommand;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.WireTest;
import org.symbolon.events.user.UserKey;
import org.symbolon.projections.config.ConfigurationViews;

/** What is told of the past of everything that administrators can change: who changed what, from which value to which. */
@WireTest
class ChangeHistoryWireTest extends ChangeHistories {

    private static final String SEED = "3132333435363738393031323334353637383930";

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
            "name",
            "changes",
            "event",
            "validate_offlinerefill",
            "handlermodule",
            "Counter",
            "action",
            "reset_counter",
            "active",
            "1"
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
                 'active': {'old': false, 'new': null}, 'event': {'old': ['validate_offlinerefill'], 'new': null},
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
        send(new DeleteUserAttribute(new UserKey(realmNumber("changes"), "changes", "1001"), "hairColour"));
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

    private void record(Instant moment, int value) {
        PartOfACommand.send(server, () -> {
            server.bean(Statistics.class).record("changes", moment, value);
            return null;
        });
    }

    @Test
    void whoDeletedFiguresIsTold() {
        record(Instant.parse("2026-11-24T00:00:00Z"), 5);
        record(Instant.parse("2026-11-25T00:00:00Z"), 6);
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
