package org.symbolon.endtoend.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** What is told of the past of policies: who changed what, how they were, and what came of them since. */
@WireTest
class PolicyHistoryWireTest {

    private static final String NEW =
            """
            {'name': {'old': null, 'new': '%1$s'}, 'active': {'old': null, 'new': true},
             'scope': {'old': null, 'new': 'user'}, 'action': {'old': null, 'new': {'enable': true}},
             'realm': {'old': null, 'new': []}, 'resolver': {'old': null, 'new': []},
             'user': {'old': null, 'new': []}, 'client': {'old': null, 'new': []},
             'adminrealm': {'old': null, 'new': []}, 'adminuser': {'old': null, 'new': []},
             'edumfanode': {'old': null, 'new': []}, 'time': {'old': null, 'new': ''},
             'conditions': {'old': null, 'new': []}, 'check_all_resolvers': {'old': null, 'new': false},
             'priority': {'old': null, 'new': %2$d}}
            """;

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    @AfterEach
    void deleteAll() {
        for (Object policy : (List<?>) admin.get("/policy/").value()) {
            admin.delete("/policy/" + ExpectedJson.entry(policy, "name"));
        }
    }

    private void save(String name, String... more) {
        String[] all = new String[more.length + 6];
        System.arraycopy(more, 0, all, 0, more.length);
        System.arraycopy(new String[] {"scope", "user", "action", "enable", "realm", ""}, 0, all, more.length, 6);
        assertThat(admin.post("/policy/" + name, all).status()).isEqualTo(200);
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS).toString();
    }

    private static String entry(String event, String changes) {
        return """
                {'event': '%s', 'actor': 'admin', 'role': 'admin', 'realm': null, 'client': '127.0.0.1',
                 'node': 'tested', 'user_agent': '~Java-http-client/.+', 'request_id': '~[0-9a-f]{16}',
                 'time': '~[-0-9]{10}T[:0-9]{8}([.][0-9]{1,6})?Z', 'changes': %s}
                """
                .formatted(event, changes);
    }

    @Test
    void everyChangeIsToldWithOldAndNewTheNewestFirst() {
        save("past1");
        save("past1", "priority", "4", "conditions", "[[\"userinfo\", \"k\", \"equals\", \"v\", true]]");
        admin.post("/policy/disable/past1");
        admin.delete("/policy/past1");
        save("past1", "priority", "2");

        assertJson(
                admin.get("/history/policy/past1", "pagesize", "4").value(),
                """
                {'count': 6, 'current': 1, 'next': 2, 'prev': null, 'history': [%s, %s, %s, %s]}
                """
                        .formatted(
                                entry("PolicyCreated", NEW.formatted("past1", 2)),
                                entry(
                                        "PolicyDeleted",
                                        ExpectedJson.overlaid(
                                                NEW.formatted("past1", 1)
                                                        .replace("'old': null, 'new'", "'new': null, 'old'"),
                                                """
                                                {'priority': {'old': 4, 'new': null},
                                                 'active': {'old': false, 'new': null},
                                                 'conditions': {'old': [['userinfo', 'k', 'equals', 'v', true]],
                                                                'new': null}}
                                                """)),
                                entry("PolicyDisabled", "{'active': {'old': true, 'new': false}}"),
                                entry(
                                        "PolicyConditionsReplaced",
                                        """
                                        {'conditions': {'old': [], 'new': [['userinfo', 'k', 'equals', 'v', true]]}}
                                        """)));
        assertJson(
                admin.get("/history/policy/past1", "pagesize", "4", "page", "2").value(),
                """
                {'count': 6, 'current': 2, 'next': null, 'prev': 1, 'history': [%s, %s]}
                """
                        .formatted(
                                entry("PolicyChanged", "{'priority': {'old': 1, 'new': 4}}"),
                                entry("PolicyCreated", NEW.formatted("past1", 1))));
    }

    @Test
    void whatNeverWasHasNoHistory() {
        assertRefusal(admin.get("/history/policy/nowhere"), 404, 601, "There is no history of the policy 'nowhere'.");
        assertRefusal(
                admin.get("/history/policy/nowhere", "pagesize", "-1"),
                400,
                905,
                "ERR905: Parameter 'pagesize' must be at least 0");
    }

    @Test
    void policiesAreListedAsTheyWere() {
        save("past2");
        Object then = admin.get("/policy/").value();
        String time = now();
        save("past2", "priority", "7");
        save("past3");

        assertThat(admin.get("/policy/", "at", time).value()).isEqualTo(then);
        assertThat(admin.get("/policy/past2", "at", time).value()).isEqualTo(then);
        assertValue(admin.get("/policy/past3", "at", time), "[]");
        assertValue(admin.get("/policy/", "at", "2020-01-01T00:00:00Z"), "[]");
        assertRefusal(
                admin.get("/policy/", "at", "once"),
                400,
                905,
                "ERR905: Parameter 'at' must be a time as in 2026-11-24T12:34:00Z");
    }

    @Test
    void twoTimesAreCompared() {
        save("past4");
        save("past5");
        save("past6");
        Object deleted = admin.get("/policy/past5").value();
        String from = now();
        save("past4", "priority", "7");
        admin.delete("/policy/past5");
        String to = now();
        save("past7");
        Object created = admin.get("/policy/past7").value();
        String changed = "[{'name': 'past4', 'changes': {'priority': {'old': 1, 'new': 7}}}]";

        assertValue(
                admin.get("/policy/diff", "from", from, "to", to),
                "{'created': [], 'deleted': %s, 'changed': %s}".formatted(ExpectedJson.written(deleted), changed));
        assertValue(
                admin.get("/policy/diff", "from", from),
                "{'created': %s, 'deleted': %s, 'changed': %s}"
                        .formatted(ExpectedJson.written(created), ExpectedJson.written(deleted), changed));
        assertValue(admin.get("/policy/diff", "from", to, "to", to), "{'created': [], 'deleted': [], 'changed': []}");
        assertRefusal(admin.get("/policy/diff", "to", to), 400, 905, "ERR905: Missing parameter: 'from'");
    }
}
