package org.symbolon.endtoend.token;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.symbolon.endtoend.harness.Wire.assertJson;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ExpectedJson;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.ListedToken;
import org.symbolon.endtoend.harness.Tenant;
import org.symbolon.endtoend.harness.WireTest;

/** The list of tokens: what each filter finds, in which order and on which page, as JSON and as CSV, now and in the past. */
@WireTest
class TokenListWireTest {

    private static final String REALM = "list";
    private static final String SEED = "3132333435363738393031323334353637383930";
    private static final String INFO =
            "'info': {'created_at': '~" + ListedToken.MICROSECONDS + "', 'hashlib': 'sha1', 'tokenkind': 'software'}";
    private static final String FIRST =
            """
            {'description': 'First one', 'realms': ['list'], 'resolver': 'list', 'user_id': '1001', 'username': 'user1',
             'user_realm': 'list', 'user_editable': false}
            """;

    private Tenant tenant;
    private ApiClient admin;

    /** Of all kinds: two of one user, one of another, one of nobody in the realm, one of nobody at all. */
    @BeforeAll
    void prepare(InProcessServer server, Path folder) {
        tenant = Tenant.create(server, REALM, folder, 4);
        admin = tenant.admin();
        tenant.enrol("LIST-A", "user1", "type", "hotp", "otpkey", SEED, "description", "First one");
        tenant.enrol("LIST-B", "user1", "type", "totp", "otpkey", SEED, "description", "Second 100%");
        tenant.enrol("LIST-C", "user2", "type", "spass", "description", "third");
        admin.post("/token/init", "type", "hotp", "serial", "LIST-D", "otpkey", SEED, "realm", REALM);
        admin.post("/token/init", "type", "hotp", "serial", "LIST-E", "otpkey", SEED, "otplen", "8");
        admin.post("/token/disable/LIST-D");
        admin.post("/token/info/LIST-E/colour", "value", "red");
    }

    private Answer list(String... parameters) {
        return admin.get("/token/", parameters);
    }

    private void assertFound(String serials, String... parameters) {
        List<Object> found = list(parameters).rows("tokens").stream()
                .map(row -> row.get("serial"))
                .toList();
        assertThat(found)
                .as(String.join(" ", parameters))
                .isEqualTo(serials.chars()
                        .mapToObj(letter -> "LIST-" + (char) letter)
                        .toList());
    }

    @Test
    void aTokenIsListedWithAllThatMayBeKnownOfIt() {
        assertValue(
                list("serial", "LIST-A"),
                "{'count': 1, 'current': 1, 'next': null, 'prev': null, 'tokens': [%s]}"
                        .formatted(ListedToken.of("LIST-A", FIRST)));
    }

    @Test
    void tokensOfNobodyHaveNoEditableUser() {
        assertValue(
                list("serial", "LIST-*", "assigned", "false", "active", "False"),
                "{'count': 1, 'current': 1, 'next': null, 'prev': null, 'tokens': [%s]}"
                        .formatted(ListedToken.of("LIST-D", "{'active': false, 'realms': ['list']}")));
    }

    @Test
    void serialsAndTypesAreFoundByPattern() {
        assertFound("ABCDE", "serial", "LIST-*");
        assertFound("ABCDE", "serial", "*IST-*");
        assertFound("", "serial", "LIST");
        assertFound("", "serial", "list-A");
        assertFound("", "serial", "LIST_A");
        assertFound("B", "serial", "LIST-*", "type", "totp");
        assertFound("B", "serial", "LIST-*", "type", "TOTP");
        assertFound("ABDE", "serial", "LIST-*", "type", "*otp");
    }

    @Test
    void descriptionsAreFoundByPatternWhateverTheCase() {
        assertFound("A", "serial", "LIST-*", "description", "first*");
        assertFound("B", "serial", "LIST-*", "description", "*100%");
        assertFound("", "serial", "LIST-*", "description", "%");
        assertFound("C", "serial", "LIST-*", "description", "THIRD");
    }

    @Test
    void ownersAndRealmsAreFound() {
        assertFound("AB", "user", "user1", "realm", REALM);
        assertFound("AB", "user", "user1@list");
        assertFound("A", "user", "user1", "realm", REALM, "type", "hotp");
        assertFound("ABCD", "tokenrealm", REALM);
        assertFound("ABCD", "tokenrealm", "LIS*");
        assertFound("ABC", "resolver", REALM);
        assertFound("C", "resolver", REALM, "userid", "1002");
        assertFound("AB", "resolver", "li*st", "userid", "*1");
        assertFound("ABC", "serial", "LIST-*", "assigned", "True");
        assertFound("DE", "serial", "LIST-*", "assigned", "maybe");
    }

    @Test
    void statesAndInfoAreFound() {
        assertFound("ABCE", "serial", "LIST-*", "active", "TRUE");
        assertFound("D", "serial", "LIST-*", "active", "no");
        assertFound("E", "infokey", "colour", "infovalue", "red");
        assertFound("", "infokey", "colour", "infovalue", "r*");
        assertFound("ABCDE", "serial", "LIST-*", "infokey", "colour");
        assertFound("", "serial", "LIST-*", "rollout_state", "clientwait");
    }

    @Test
    void thePageIsSortedAsAsked() {
        assertFound("EDCBA", "serial", "LIST-*", "sortdir", "desc");
        assertFound("EDCBA", "serial", "LIST-*", "sortby", "otplen", "sortdir", "desc");
        assertFound("ADECB", "serial", "LIST-*", "sortby", "tokentype");
        assertFound("ABCDE", "serial", "LIST-*", "sortby", "nosuchcolumn");
        assertFound("ABCDE", "serial", "LIST-*", "sortby", "id");
    }

    @Test
    void pagesSayWhatIsBeforeAndAfter() {
        assertFound("CD", "serial", "LIST-*", "pagesize", "2", "page", "2");
        assertPage("{'count': 5, 'current': 1, 'next': 2, 'prev': null}", "pagesize", "2");
        assertPage("{'count': 5, 'current': 2, 'next': 3, 'prev': 1}", "pagesize", "2", "page", "2");
        assertPage("{'count': 5, 'current': 3, 'next': null, 'prev': 2}", "pagesize", "2", "page", "3");
        assertPage("{'count': 5, 'current': 9, 'next': null, 'prev': 8}", "pagesize", "2", "page", "9");
        assertPage("{'count': 5, 'current': 1, 'next': null, 'prev': null}");
    }

    private void assertPage(String expected, String... parameters) {
        String[] all = new String[parameters.length + 2];
        System.arraycopy(parameters, 0, all, 0, parameters.length);
        all[parameters.length] = "serial";
        all[parameters.length + 1] = "LIST-*";
        Answer answer = list(all);
        assertJson(
                answer.value(),
                ExpectedJson.overlaid(
                        expected,
                        "{'tokens': " + ExpectedJson.written(answer.valueMap().get("tokens")) + "}"));
    }

    @Test
    void thePageAsCsv() {
        Answer answer = list("serial", "LIST-A", "outform", "csv");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.contentType()).isEqualTo("text/csv;charset=utf-8");
        assertThat(answer.body().replaceAll("\n'\\d+'", "\n'1'"))
                .isEqualTo(
                        """
                        'id', 'description', 'serial', 'tokentype', 'resolver', 'user_id', 'otplen', 'maxfail', 'active', \
                        'revoked', 'locked', 'failcount', 'count', 'count_window', 'sync_window', 'rollout_state', \
                        'realms', 'tokengroup', 'username', 'user_realm', 'user_editable',\s
                        '1', 'First one', 'LIST-A', 'hotp', 'list', '1001', '6', '10', 'True', 'False', 'False', '0', \
                        '0', '10', '1000', '', 'list', '', 'user1', 'list', 'False',\s
                        """);
        assertThat(list("serial", "NOWHERE", "outform", "csv").body()).isEmpty();
    }

    @Test
    void everyLineOfTheCsvHasAllColumns() {
        Answer answer = list("serial", "LIST-*", "outform", "csv");

        assertThat(answer.body().lines())
                .hasSize(6)
                .allSatisfy(line -> assertThat(line.split("', ", -1)).hasSize(22))
                .element(5, as(STRING))
                .endsWith("'', '', '', '', '', ");
    }

    @Test
    void theListAsItWas() throws InterruptedException {
        String before = moment();
        admin.post("/token/init", "type", "hotp", "serial", "LISTED-PAST", "otpkey", SEED);
        String enrolled = moment();
        admin.post("/token/description/LISTED-PAST", "description", "later");
        admin.check("serial", "LISTED-PAST", "755224");
        String used = moment();
        admin.delete("/token/LISTED-PAST");

        String empty = "{'count': 0, 'current': 1, 'next': null, 'prev': null, 'tokens': []}";
        String one = "{'count': 1, 'current': 1, 'next': null, 'prev': null, 'tokens': [%s]}";
        assertValue(list("serial", "LISTED-PAST"), empty);
        assertValue(list("serial", "LISTED-PAST", "at", before), empty);
        assertValue(
                list("serial", "LISTED-PAST", "at", enrolled),
                one.formatted(ListedToken.of("LISTED-PAST", "{" + INFO + "}")));
        assertValue(
                list("serial", "LISTED-PAST", "at", used),
                one.formatted(ListedToken.of(
                        "LISTED-PAST",
                        """
                        {'description': 'later', 'count': 1,
                         'info': {'created_at': '~%1$s', 'last_auth': '~%1$s', 'hashlib': 'sha1', 'tokenkind': 'software',
                                  'count_auth': '1', 'count_auth_success': '1'}}
                        """
                                .formatted(ListedToken.MICROSECONDS))));
    }

    /** A time that nothing happened at, between what happened before and what will happen. */
    private static String moment() throws InterruptedException {
        Thread.sleep(3);
        String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        Thread.sleep(3);
        return now;
    }

    @Test
    void whatCannotBeListedIsRefused() {
        String unknown = "ERR904: The user can not be found in any resolver in this realm!";
        assertRefusal(list("user", "nobody", "realm", REALM), 400, 904, unknown);
        assertRefusal(list("realm", REALM), 400, 904, unknown);
        assertRefusal(list("page", "abc"), 400, 905, "ERR905: Parameter 'page' must be a number");
        assertRefusal(list("pagesize", "abc"), 400, 905, "ERR905: Parameter 'pagesize' must be a number");
        assertRefusal(list("pagesize", "-1"), 400, 905, "ERR905: Parameter 'pagesize' must be at least 0");
        assertRefusal(
                list("at", "yesterday"), 400, 905, "ERR905: Parameter 'at' must be a time as in 2026-11-24T12:34:00Z");
    }
}
