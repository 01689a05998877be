package org.symbolon.endtoend.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.policy.PolicyTools;
import org.symbolon.cli.policy.PolicyTools.Explained;
import org.symbolon.cli.policy.PolicyTools.Finding;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** What helps to see what policies do and would do, over the wire. */
@WireTest
class PolicyToolsWireTest {

    private static final String POLICY =
            """
            {'name': '%s', 'scope': 'authentication', 'active': true, 'check_all_resolvers': false,
             'action': {'otppin': 'none'}, 'realm': ['tools1'], 'resolver': [], 'user': [], 'client': [], 'adminrealm': [],
             'adminuser': [], 'edumfanode': [], 'time': '', 'conditions': [], 'priority': %d}
            """;

    private ApiClient admin;
    private PolicyTools tools;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
        tools = server.bean(PolicyTools.class);
    }

    @AfterEach
    void deleteAll() {
        for (Object policy : (List<?>) admin.get("/policy/").value()) {
            admin.delete("/policy/" + ExpectedJson.entry(policy, "name"));
        }
    }

    private void save(String name, String... values) {
        assertThat(admin.post("/policy/" + name, values).status()).isEqualTo(200);
    }

    private Answer check(String... values) {
        return admin.get("/policy/check", values);
    }

    @Test
    void aCheckShowsThePoliciesThatAreFoundTheStrongestFirst() {
        save("weak", "scope", "authentication", "action", "otppin=none", "realm", "tools1", "priority", "2");
        save("strong", "scope", "authentication", "action", "otppin=none", "realm", "tools1");
        save("other", "scope", "authentication", "action", "otppin=none", "realm", "tools2");

        assertValue(
                check("user", "anna", "realm", "tools1", "scope", "authentication", "action", "otppin"),
                "{'allowed': true, 'policy': [%s, %s]}"
                        .formatted(POLICY.formatted("strong", 1), POLICY.formatted("weak", 2)));
        assertValue(
                check("user", "anna", "realm", "tools3", "scope", "authentication", "action", "otppin"),
                "{'allowed': false, 'info': 'No policies found'}");
        assertValue(
                check("User", "anna", "REALM", "tools3", "Scope", "authentication", "ACTION", "otppin"),
                "{'allowed': false, 'info': 'No policies found'}");
    }

    private boolean allowed(String... more) {
        String[] values = {"user", "anna", "realm", "tools1", "scope", "user", "action", "disable"};
        String[] all = Stream.concat(Arrays.stream(values), Arrays.stream(more)).toArray(String[]::new);
        return (Boolean) check(all).valueMap().get("allowed");
    }

    @Test
    void aCheckIsForTheClientTheResolverAndNow() {
        save("p", "scope", "user", "action", "disable", "realm", "", "client", "10.0.0.0/8", "resolver", "corp");

        assertThat(allowed("client", "10.1.1.1")).isTrue();
        assertThat(allowed()).as("from here").isFalse();
        assertThat(allowed("client", "10.1.1.1", "resolver", "corp")).isTrue();
        assertThat(allowed("client", "10.1.1.1", "resolver", "")).isFalse();
        save("p", "scope", "user", "action", "disable", "realm", "", "client", "", "resolver", "", "edumfanode", "x");
        assertThat(allowed()).as("on this node").isFalse();
        save("p", "scope", "user", "action", "disable", "realm", "", "client", "", "edumfanode", "", "time", "Mon:9-8");
        assertThat(allowed()).as("never").isFalse();
    }

    @Test
    void aCheckRefusesWhatCannotBeToldAndNothingElseIsLooked() {
        save(
                "p",
                "scope",
                "user",
                "action",
                "disable",
                "realm",
                "",
                "conditions",
                "[[\"userinfo\", \"a\", \"equals\", \"b\", true]]");

        assertRefusal(
                check("user", "anna", "realm", "tools1", "scope", "user", "action", "disable"),
                403,
                303,
                "Policy 'p' has condition on userinfo, but an according object is not available");
    }

    @ParameterizedTest
    @CsvSource({"user", "realm", "scope", "action"})
    void aCheckNeedsItsParameters(String missing) {
        Map<String, String> values =
                new TreeMap<>(Map.of("user", "anna", "realm", "tools1", "scope", "user", "action", "disable"));
        values.remove(missing);
        String[] given = values.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                .toArray(String[]::new);

        assertRefusal(check(given), 400, 905, "ERR905: Missing parameter: '" + missing + "'");
    }

    private Answer whatIf(String json) {
        return admin.post(
                "/policy/whatif", "application/json", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    /** Later than all that was asked before: events are known to the millisecond. */
    private static Instant now() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant now = before;
        while (!now.isAfter(before)) {
            now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        }
        return now;
    }

    @Test
    void aDraftOfRightsIsTriedOnWhatAdministratorsHaveDone() {
        Instant from = now();
        admin.get("/policy/");
        admin.post("/policy/disable/none");

        Answer answer = whatIf("{'from': '" + from + "', 'draft': {'name': 'reader', 'scope': 'admin', 'action': "
                + "'policyread, policydelete', 'realm': ''}}");

        assertThat(answer.status()).isEqualTo(200);
        Map<String, Object> found = answer.valueMap();
        assertThat(found)
                .containsEntry("requests", 2)
                .containsEntry("differing", 1)
                .containsEntry("undecided", 0);
        assertThat(found).containsEntry("complete", true);
        assertThat(ExpectedJson.entry(found.get("actions"), "admin/policywrite"))
                .isEqualTo(Map.of("lost", 1, "gained", 0, "changed", 0, "undecided", 0));
        Object example = ((List<?>) found.get("examples")).get(0);
        assertThat(ExpectedJson.entry(example, "endpoint")).isEqualTo("POST /policy/disable/<name>");
        assertThat(ExpectedJson.entry(example, "changes"))
                .isEqualTo(List.of(Map.of(
                        "action",
                        "admin/policywrite",
                        "before",
                        "allowed",
                        "after",
                        "refused",
                        "policies_before",
                        List.of(),
                        "policies_after",
                        List.of())));
        assertValue(admin.get("/policy/"), "[]");
    }

    @Test
    void whatIsNotRecordedIsUndecided() {
        Instant from = now();
        admin.get("/policy/");

        Map<String, Object> found = whatIf("{'from': '" + from + "', 'draft': [{'name': 'reader', 'scope': 'admin', "
                        + "'action': '*', 'realm': '', 'conditions': [['HTTP Request header', 'X-Some', 'equals', 'a', "
                        + "true]]}]}")
                .valueMap();

        assertThat(found)
                .containsEntry("requests", 1)
                .containsEntry("differing", 0)
                .containsEntry("undecided", 1);
        assertThat(ExpectedJson.entry(found.get("actions"), "admin/policyread"))
                .isEqualTo(Map.of("lost", 0, "gained", 0, "changed", 0, "undecided", 1));
    }

    @Test
    void deletingAPolicyIsTriedToo() {
        save("narrow", "scope", "admin", "action", "policyread, policywrite, policydelete", "realm", "");
        Instant from = now();
        admin.delete("/policy/nothing");

        Map<String, Object> found = whatIf(
                        "{'from': '" + from + "', 'remove': ['narrow'], 'to': '9999-01-01T00:00:00Z'}")
                .valueMap();

        assertThat(found).containsEntry("requests", 1).containsEntry("differing", 0);
        assertRefusal(
                whatIf("{'from': '" + from + "', 'remove': 'unknown'}"),
                404,
                601,
                "The policy with name 'unknown' does not exist");
    }

    @Test
    void aPeriodEndsAndExamplesMayBeFew() {
        Instant from = now();
        admin.get("/policy/");
        admin.get("/policy/");
        Instant to = now();
        admin.get("/policy/");
        String draft = ", 'draft': '[p]\\nscope=admin\\naction=nothing'";

        Map<String, Object> found = whatIf("{'from': '" + from + "', 'to': '" + to + "', 'examples': 1" + draft + "}")
                .valueMap();

        assertThat(found)
                .containsEntry("requests", 2)
                .containsEntry("differing", 2)
                .containsEntry("complete", true);
        assertThat((List<?>) found.get("examples")).hasSize(1);
        assertThat(whatIf("{'from': '" + from + "', 'to': '" + to + "', 'requests': 1" + draft + "}")
                        .valueMap())
                .containsEntry("requests", 1)
                .containsEntry("complete", false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {}                                                                                | 905 | Missing parameter: 'from'
            {'from': 'x'}                                                                     | 905 | Parameter 'from' must be a time as in 2026-11-24T12:34:00Z
            {'from': '2026-11-24', 'draft': 'x'}                                              | 905 | Error loading policy. A line is neither the name of a policy nor a field of one.
            {'from': '2026-11-24', 'draft': 5}                                                | 905 | Parameter 'draft' must be a text, a policy or a list of policies
            {'from': '2026-11-24', 'draft': {'name': 'a', 'scope': 'a', 'action': 'a', 'client': 'x'}} | 302 | Invalid client definition!
            {'from': '2026-11-24', 'draft': {'name': 'check', 'scope': 'a', 'action': 'a'}}   | 905 | 'check' is an invalid policy name.
            {'from': '2026-11-24', 'examples': 5000}                                          | 905 | Parameter 'examples' must be between 0 and 1000
            """)
    void whatCannotBeTriedIsRefused(String body, int code, String text) {
        assertRefusal(whatIf(body), 400, code, "ERR" + code + ": " + text);
    }

    @Test
    void triesAreForThoseWhoMayWritePolicies() {
        save("reader", "scope", "admin", "action", "policyread, policydelete", "realm", "");

        assertRefusal(
                whatIf("{'from': '2026-11-24'}"),
                403,
                303,
                "Admin actions are defined, but the action policywrite is not allowed!");
    }

    private static PolicyTools.Asked asked(String endpoint, Optional<String> admin, Map<String, String> headers) {
        Optional<String> none = Optional.empty();
        return new PolicyTools.Asked(
                endpoint,
                Optional.of("anna"),
                Optional.of("Tools1"),
                none,
                admin,
                none,
                Optional.of("10.0.0.1"),
                none,
                Optional.of(Instant.parse("2026-11-23T12:00:00Z")),
                none,
                none,
                headers);
    }

    @Test
    void anExplanationSaysWhichPoliciesMatchAndWhyOthersDoNot() {
        save("all", "scope", "admin", "action", "*", "realm", "", "priority", "3");
        save("off", "scope", "admin", "action", "policydelete", "realm", "", "active", "False");
        save("realm", "scope", "admin", "action", "policydelete", "realm", "tools2, -tools1", "priority", "2");
        save("user", "scope", "admin", "action", "policydelete", "realm", "", "user", "bob");
        save("admin", "scope", "admin", "action", "policydelete", "realm", "", "adminuser", "root");
        save("client", "scope", "admin", "action", "policydelete", "realm", "", "client", "192.168.0.0/16");
        save("time", "scope", "admin", "action", "policydelete", "realm", "", "time", "Sun: 0-1");
        save("other", "scope", "admin", "action", "policywrite, policyread", "realm", "");
        String[] bySuper = {
            "scope", "admin", "action", "policydelete", "realm", "", "adminuser", "super", "conditions", ""
        };
        bySuper[9] = header("X-A");
        save("condition", bySuper);
        bySuper[9] = header("X-B");
        save("unknown", bySuper);

        List<Explained> explained =
                tools.explain(asked("DELETE /policy/<name>", Optional.of("super"), Map.of("x-a", "a")));

        assertThat(explained).hasSize(1);
        assertThat(explained.get(0).action()).isEqualTo("admin/policydelete");
        assertThat(explained.get(0).policies())
                .containsExactly(
                        new Finding("off", 1, false, "", "is not in use"),
                        new Finding("user", 1, false, "", "is for these users only: bob"),
                        new Finding("admin", 1, false, "", "is for these administrators only: root"),
                        new Finding("client", 1, false, "", "is for these clients only: 192.168.0.0/16"),
                        new Finding("time", 1, false, "", "is for the times Sun: 0-1 only"),
                        new Finding("condition", 1, false, "", "has a condition that is not true"),
                        new Finding(
                                "unknown",
                                1,
                                false,
                                "",
                                "refused: Unknown HTTP header key referenced in condition of policy 'unknown': 'X-B'"),
                        new Finding("realm", 2, false, "", "is for these realms only: tools2, -tools1"),
                        new Finding("all", 3, true, "", "matches"));
        assertThat(explained.get(0).outcome()).startsWith("refused: Unknown HTTP header key");
        assertThat(tools.explain(asked("DELETE /policy/<name>", Optional.empty(), Map.of())))
                .isEmpty();
    }

    private static String header(String name) {
        return "[[\"HTTP Request header\", \"" + name + "\", \"equals\", \"b\", true]]";
    }

    @Test
    void anExplanationOfAnUnknownEndpointNamesThoseThereAre() {
        assertThatThrownBy(() -> tools.explain(asked("GET /nowhere", Optional.empty(), Map.of())))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageStartingWith("policies act on no endpoint 'GET /nowhere'; they do on: ")
                .hasMessageContaining("DELETE /policy/<name>");
    }

    @Test
    void theCommandLineTriesDraftsAndTakesPoliciesAlong() {
        save("p", "scope", "admin", "action", "policyread, policywrite, policydelete", "realm", "");
        String file = tools.export();
        Instant from = now();
        admin.get("/policy/");

        PolicyTools.WhatIf found = tools.whatIf(
                new PolicyTools.Trial("", List.of("p"), from, Instant.now().plusSeconds(1), 10), (done, all) -> {});
        assertThat(found.requests()).isEqualTo(1);
        assertThat(found.differing()).isZero();
        PolicyTools.WhatIf narrower = tools.whatIf(
                new PolicyTools.Trial(
                        file.replace("'policyread': True, ", ""),
                        List.of(),
                        from,
                        Instant.now().plusSeconds(1),
                        10),
                (done, all) -> assertThat(done).isLessThanOrEqualTo(all));
        assertThat(narrower.actions().get("admin/policyread").lost()).isEqualTo(1);
        assertThat(narrower.examples().get(0).changes().get(0).policiesBefore()).containsExactly("p");

        Object before = admin.get("/policy/").value();
        admin.delete("/policy/p");
        assertThat(tools.importAll(file)).isEqualTo(new PolicyTools.ImportedPolicies(1, 0, 0));
        assertThat(tools.importAll(file)).isEqualTo(new PolicyTools.ImportedPolicies(0, 0, 1));
        assertThat(admin.get("/policy/").value()).isEqualTo(before);
        assertThatThrownBy(() -> tools.importAll("nonsense")).isInstanceOf(CommandFailedException.class);
    }
}
