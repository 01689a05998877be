package org.symbolon.endtoend.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.WireTest;

/** Policies over the wire: how they are written, listed, switched and deleted. */
@WireTest
class PolicyWireTest {

    private static final String SCOPE = "policy-wire";
    private static final String NAME = "wire policy";
    private static final String PATH = "/policy/wire%20policy";

    private ApiClient admin;

    @BeforeAll
    void prepare(InProcessServer server) {
        admin = server.admin();
    }

    @AfterEach
    void deleteAll() {
        for (Object policy : (List<?>) admin.get("/policy/").value()) {
            String name = (String) ExpectedJson.entry(policy, "name");
            assertThat(admin.delete("/policy/" + name.replace(" ", "%20")).status())
                    .isEqualTo(200);
        }
    }

    private static String policy(String changes) {
        return ExpectedJson.overlaid(
                """
                {'name': 'wire policy', 'scope': 'policy-wire', 'active': true, 'check_all_resolvers': false,
                 'action': {'enable': true}, 'realm': [], 'resolver': [], 'user': [], 'client': [], 'adminrealm': [],
                 'adminuser': [], 'edumfanode': [], 'time': '', 'conditions': [], 'priority': 1}
                """,
                changes);
    }

    private Answer save(String... more) {
        return admin.post(PATH, joined(more, "scope", SCOPE, "action", "enable", "realm", ""));
    }

    private static String[] joined(String[] first, String... second) {
        return Stream.concat(Stream.of(first), Stream.of(second)).toArray(String[]::new);
    }

    private Answer saveJson(String path, String json) {
        return admin.post(path, "application/json", json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private void assertStored(String changes) {
        assertValue(admin.get(PATH), "[" + policy(changes) + "]");
    }

    @Test
    void aPolicyIsMadeFromAForm() {
        assertValue(
                save(
                        "action", "otppin=none, passthru, text=a=b",
                        "realm", "realm1,realm2 ,*",
                        "resolver", "passwd",
                        "user", "-root, *",
                        "client", "10.0.0.0/8, !10.1.0.0/16",
                        "adminrealm", "super",
                        "adminuser", "alice",
                        "edumfanode", "node1",
                        "time", "Mon-Fri: 8-18",
                        "check_all_resolvers", "true",
                        "priority", "4"),
                "{'setPolicy wire policy': '<int>'}");
        assertStored(
                """
                {'action': {'otppin': 'none', 'passthru': true, 'text': 'a=b'}, 'realm': ['realm1', 'realm2', '*'],
                 'resolver': ['passwd'], 'user': ['-root', '*'], 'client': ['10.0.0.0/8', '!10.1.0.0/16'],
                 'adminrealm': ['super'], 'adminuser': ['alice'], 'edumfanode': ['node1'], 'time': 'Mon-Fri: 8-18',
                 'check_all_resolvers': true, 'priority': 4}
                """);
    }

    @Test
    void aPolicyIsMadeFromJson() {
        assertValue(
                saveJson(
                        PATH,
                        """
                        {'scope': 'policy-wire', 'realm': ['realm1', 'realm2'], 'priority': 2, 'time': '',
                         'action': {'otppin': 'none', 'passthru': true, 'number': 5, 'off': false},
                         'conditions': [['userinfo', 'k', 'equals', 'v', true], ['token', 'a', 'in', 'x,y', false]]}
                        """),
                "{'setPolicy wire policy': '<int>'}");
        assertStored(
                """
                {'realm': ['realm1', 'realm2'], 'priority': 2,
                 'action': {'otppin': 'none', 'passthru': true, 'number': '5', 'off': 'False'},
                 'conditions': [['userinfo', 'k', 'equals', 'v', true], ['token', 'a', 'in', 'x,y', false]]}
                """);
        saveJson(PATH, "{'scope': 'policy-wire', 'realm': '', 'action': ['enable', 'disable']}");
        assertStored(
                """
                {'action': {'enable': true, 'disable': true},
                 'conditions': [['userinfo', 'k', 'equals', 'v', true], ['token', 'a', 'in', 'x,y', false]]}
                """);
    }

    @Test
    void anUpdateKeepsSomeAndResetsSome() {
        Object number = save(
                        "user", "user1", "adminuser", "alice", "time", "Mon: 8-18", "priority", "5", "active", "no")
                .valueMap()
                .get("setPolicy " + NAME);
        save("conditions", "[[\"userinfo\", \"k\", \"equals\", \"v\", true]]", "check_all_resolvers", "1");

        assertValue(save("action", "disable"), "{'setPolicy wire policy': " + number + "}");
        assertStored(
                """
                {'action': {'disable': true}, 'user': ['user1'], 'adminuser': ['alice'], 'time': 'Mon: 8-18',
                 'conditions': [['userinfo', 'k', 'equals', 'v', true]]}
                """);
        save("conditions", "[]", "user", "");
        assertStored("{'adminuser': ['alice'], 'time': 'Mon: 8-18'}");
    }

    @Test
    void onlyATextPutsAPolicyOutOfUse() {
        for (String silent : List.of("false", "0", "null", "''", "true", "1", "'TRUE'")) {
            saveJson(PATH, "{'scope': 'policy-wire', 'realm': '', 'action': 'enable', 'active': " + silent + "}");
            assertStored("{}");
        }
        for (String off : List.of("'false'", "'0'", "'no'", "7")) {
            saveJson(PATH, "{'scope': 'policy-wire', 'realm': '', 'action': 'enable', 'active': " + off + "}");
            assertStored("{'active': false}");
        }
    }

    @Test
    void aPolicyIsSwitchedOffAndOn() {
        Object number = save("check_all_resolvers", "1").valueMap().get("setPolicy " + NAME);

        assertValue(admin.post("/policy/disable/wire%20policy"), number.toString());
        assertStored("{'active': false, 'check_all_resolvers': true}");
        assertValue(admin.post("/policy/disable/wire%20policy"), number.toString());
        assertValue(admin.post("/policy/enable/wire%20policy"), number.toString());
        assertStored("{'check_all_resolvers': true}");
    }

    @Test
    void aPolicyIsDeleted() {
        Object number = save().valueMap().get("setPolicy " + NAME);

        assertValue(admin.delete(PATH), number.toString());
        assertValue(admin.get(PATH), "[]");
        String text = "The policy with name 'wire policy' does not exist";
        assertRefusal(admin.delete(PATH), 404, 601, text);
        assertRefusal(admin.post("/policy/enable/wire%20policy"), 404, 601, text);
        assertRefusal(admin.post("/policy/disable/wire%20policy"), 404, 601, text);
    }

    @Test
    void theStrongestPolicyIsListedFirst() {
        save("priority", "3");
        admin.post("/policy/second", "scope", SCOPE, "action", "enable", "realm", "", "priority", "2");
        admin.post("/policy/first", "scope", "other", "action", "", "realm", "", "priority", "2");

        assertValue(
                admin.get("/policy/", "scope", SCOPE),
                "[%s, %s]".formatted(policy("{'name': 'second', 'priority': 2}"), policy("{'priority': 3}")));
        assertValue(
                admin.get("/policy/", "scope", "other"),
                "[" + policy("{'name': 'first', 'scope': 'other', 'priority': 2, 'action': {'': true}}") + "]");
        assertThat((List<?>) admin.get("/policy/").value()).hasSize(3);
    }

    @Test
    void policiesAreFoundByRealmAndUse() {
        save("realm", "realm1");
        admin.post("/policy/everywhere", "scope", SCOPE, "action", "enable", "realm", "", "active", "False");

        assertThat(names("realm", "realm1")).containsExactly(NAME, "everywhere");
        assertThat(names("realm", "realm2")).containsExactly("everywhere");
        assertThat(names("active", "true")).containsExactly(NAME);
        assertThat(names("active", "False")).containsExactly("everywhere");
        assertThat(names("active", "true", "realm", "realm2")).isEmpty();
        assertValue(admin.get(PATH, "scope", "other"), "[]");
    }

    private List<Object> names(String... filter) {
        return ((List<?>) admin.get("/policy/", filter).value())
                .stream().map(policy -> ExpectedJson.entry(policy, "name")).toList();
    }

    @Test
    void whatIsNoPolicyYetIsAnEmptyList() {
        assertValue(admin.get("/policy/nowhere"), "[]");
        assertValue(admin.get("/policy/templates"), "[]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {'scope': 'a', 'realm': ''}                                   | 905 | Missing parameter: 'action'
            {'action': 'a', 'realm': ''}                                  | 905 | Missing parameter: 'scope'
            {'action': 'a', 'scope': 'a'}                                 | 905 | Missing parameter: 'realm'
            {'action': 'a', 'scope': ['a'], 'realm': ''}                  | 905 | Parameter 'scope' must be a text
            {'action': 'a', 'scope': 'a', 'realm': [[]]}                  | 905 | Parameter 'realm' must be a text or a list of texts
            {'action': {'a': []}, 'scope': 'a', 'realm': ''}              | 905 | Parameter 'action' must be a text or a list of texts
            {'action': 'a', 'scope': 'a', 'realm': '', 'priority': 0}     | 905 | Priority must be at least 1
            {'action': 'a', 'scope': 'a', 'realm': '', 'priority': 'x'}   | 905 | Parameter 'priority' must be a number
            {'action': 'a', 'scope': 'a', 'realm': '', 'client': 'x'}     | 302 | Invalid client definition!
            {'action': 'a', 'scope': 'a', 'realm': 'b, [c'}               | 905 | Not a regular expression: [c
            {'action': 'a', 'scope': 'a', 'realm': '', 'user': '-(, *a'}  | 905 | Not a regular expression: -(
            {'action': 'a(', 'scope': 'a', 'realm': ''}                   | 905 | Not a regular expression: a(
            {'action': 'a', 'scope': 'a', 'realm': '', 'conditions': [['a', 'b', '!matches', '[', false]]} | 905 | Not a regular expression: [
            {'action': 'a', 'scope': 'a', 'realm': '', 'conditions': 'x'} | 905 | Conditions must be 5-tuples: 'x'
            {'action': 'a', 'scope': 'a', 'realm': '', 'conditions': 5}   | 905 | Conditions must be 5-tuples: 5
            {'action': 'a', 'scope': 'a', 'realm': '', 'conditions': [['a', 'b', 'c', true]]} | 905 | Conditions must be 5-tuples: [['a', 'b', 'c', True]]
            {'action': 'a', 'scope': 'a', 'realm': '', 'conditions': [['a', 'b', 'c', 'd', 'true']]} | 905 | Conditions must be 5-tuples of four strings and one boolean: [['a', 'b', 'c', 'd', 'true']]
            {'action': 'a', 'scope': 'a', 'realm': '', 'conditions': [['a', 'b', 'c', 4, true]]} | 905 | Conditions must be 5-tuples of four strings and one boolean: [['a', 'b', 'c', 4, True]]
            """)
    void whatIsNoPolicyIsRefused(String body, int code, String text) {
        assertRefusal(saveJson(PATH, body), 400, code, "ERR" + code + ": " + text);
        assertValue(admin.get(PATH), "[]");
    }

    @Test
    void namesAreRefused() {
        String characters = "ERR905: The name of the policy may only contain the characters a-zA-Z0-9_. -";
        String[] policy = {"scope", SCOPE, "action", "enable", "realm", ""};
        assertRefusal(admin.post("/policy/a!b", policy), 400, 905, characters);
        assertRefusal(admin.post("/policy/Check", policy), 400, 905, "ERR905: 'Check' is an invalid policy name.");
    }

    @Test
    void theAuditSaysWhatWasWritten() {
        save("user", "it's");

        Map<String, Object> row = admin.get("/audit/", "action", "POST /policy/<name>", "page_size", "1")
                .rows("auditdata")
                .get(0);
        assertThat(row).containsEntry("action_detail", NAME).containsEntry("success", 1);
        assertThat((String) row.get("info")).contains("'scope': 'policy-wire'", "'user': \"it's\"");
    }

    @Test
    void usersHaveNothingToDoWithPolicies() {
        assertThat(admin.bearing("").get("/policy/").status()).isEqualTo(401);
    }

    @Test
    void policiesGoFromOneServerToAnotherInAFileWithoutLoss() {
        saveJson(
                PATH,
                """
                {'scope': 'policy-wire', 'realm': ['realm1', 'realm2'], 'priority': 2, 'time': 'Mon: 8-18',
                 'action': {'otppin': 'none', 'text': 'it is (fine)'}, 'active': 'False', 'check_all_resolvers': true,
                 'adminrealm': 'super', 'adminuser': 'alice', 'client': '10.0.0.1', 'user': 'a', 'resolver': 'passwd',
                 'edumfanode': 'node1', 'conditions': [['userinfo', 'k', 'equals', 'v', true]]}
                """);
        admin.post("/policy/plain", "scope", " odd\nscope", "action", "", "realm", "");
        Answer exported = admin.get("/policy/export/policies.txt");
        assertThat(exported.contentType()).startsWith("text/plain");
        assertThat(exported.body())
                .isEqualTo(
                        """
                        [plain]
                        name = plain
                        active = True
                        scope = ' odd\\nscope'
                        realm = []
                        adminrealm = []
                        adminuser = []
                        resolver = []
                        edumfanode = []
                        check_all_resolvers = False
                        user = []
                        client = []
                        time =\s
                        conditions = []
                        priority = 1
                        action = {'': True}

                        [wire policy]
                        name = wire policy
                        active = False
                        scope = policy-wire
                        realm = ['realm1', 'realm2']
                        adminrealm = ['super']
                        adminuser = ['alice']
                        resolver = ['passwd']
                        edumfanode = ['node1']
                        check_all_resolvers = True
                        user = ['a']
                        client = ['10.0.0.1']
                        time = Mon: 8-18
                        conditions = [('userinfo', 'k', 'equals', 'v', True)]
                        priority = 2
                        action = {'otppin': 'none', 'text': 'it is (fine)'}

                        """);
        Object before = admin.get("/policy/").value();
        deleteAll();

        assertValue(upload(exported.body()), "2");
        assertThat(admin.get("/policy/").value()).isEqualTo(before);
        assertValue(upload(exported.body()), "2", "{'new': 0, 'changed': 0, 'unchanged': 2}");
        assertThat(admin.get("/policy/").value()).isEqualTo(before);
        assertThat(admin.get("/audit/", "action", "POST /policy/import*", "page_size", "1")
                        .rows("auditdata")
                        .get(0))
                .containsEntry("info", "imported 2 policies from file some.txt")
                .containsEntry("success", 1);
    }

    private Answer upload(String file) {
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.txt\"\r\n\r\n" + file
                + "\r\n--x--\r\n";
        return admin.post(
                "/policy/import/some.txt", "multipart/form-data; boundary=x", body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void filesOfOthersAreRead() {
        assertValue(
                upload(
                        """
                        # written by hand
                        [wire policy]
                        scope = policy-wire
                        action = otppin=none, passthru
                        user = ['a',
                            "b" ]
                        resolver = None
                        """),
                "1");
        assertStored("{'action': {'otppin': 'none', 'passthru': true}, 'user': ['a', 'b']}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            ``                                             | 905 | Error loading policy. File empty!
            nonsense                                       | 905 | Error loading policy. A line is neither the name of a policy nor a field of one.
            [a];;scope=a;;action={'b'                      | 905 | Error loading policy. The value of 'action' is malformed.
            [a];;scope=a;;action=b;;user=[[[               | 905 | Error loading policy. The value of 'user' is malformed.
            [a];;scope=a                                   | 905 | Missing parameter: 'action'
            [a];;scope=a;;action=b;;[check];;scope=a;;action=b | 905 | 'check' is an invalid policy name.
            [a];;scope=a;;action=b;;adminuser=['(']        | 905 | Not a regular expression: (
            [a];;scope=a;;action=b;;client=['x']           | 302 | Invalid client definition!
            """)
    void aBadFileChangesNothing(String file, int code, String text) {
        assertRefusal(upload(file.replace(";;", "\n")), 400, code, "ERR" + code + ": " + text);
        assertValue(admin.get("/policy/"), "[]");
    }

    @Test
    void theFileMustBeThere() {
        Answer answer = admin.post("/policy/import/some.txt", "file", "x");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("text/html");
    }
}
