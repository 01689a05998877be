package org.symbolon.endtoend.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.server.http.ServerKeys;
import org.symbolon.server.http.login.LoginTokens;

/** What administrators of some realms, and users, may see and change, and what they are told of it. */
class RightsWireTest {

    private static final String NOT_ALLOWED = "Admin actions are defined, but the action %s is not allowed!";

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static ApiClient admin;
    private static ApiClient helper;

    @BeforeAll
    static void start() throws IOException {
        server = InProcessServer.start(folder.resolve("data"));
        admin = server.admin();
        helper = bearing("helper", "", LoginTokens.ADMIN);
        Path there = Files.createDirectories(folder.resolve("there"));
        admin.post("/resolver/a", "type", "passwdresolver", "fileName", "" + PasswdFile.write(folder, 4));
        admin.post("/resolver/b", "type", "passwdresolver", "fileName", "" + PasswdFile.write(there, 4));
        admin.post("/realm/alpha", "resolvers", "a");
        admin.post("/realm/beta", "resolvers", "b");
        admin.post("/defaultrealm/beta");
        enrol("A1", "user", "user1", "realm", "alpha");
        enrol("B1", "user", "user1", "realm", "beta");
        enrol("AB", "user", "user2", "realm", "alpha");
        admin.post("/token/realm/AB", "realms", "alpha,beta");
        enrol("INA", "realm", "alpha");
        enrol("FREE");
    }

    private static void enrol(String serial, String... more) {
        String[] what = {"type", "spass", "serial", serial, "pin", "1234"};
        Answer answer = admin.post("/token/init", ApiClient.joined(what, more));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void allowTheAdministratorEverything() {
        policy("super", "admin", "*", "adminuser", "admin");
    }

    @AfterEach
    void deletePolicies() {
        admin.get("/policy/").list().stream()
                .map(policy -> (String) policy.get("name"))
                .filter(name -> !name.equals("super"))
                .forEach(name -> admin.delete("/policy/" + name));
        admin.delete("/policy/super");
    }

    private static ApiClient bearing(String name, String realm, String role) {
        LoginTokens tokens = new LoginTokens(server.bean(ServerKeys.class).loginTokenKey(), Clock.systemUTC());
        return new ApiClient(server.port()).bearing(tokens.issue(name, realm, role, "password", List.of()));
    }

    private static void policy(String name, String scope, String action, String... more) {
        String[] parameters = ApiClient.joined(new String[] {"scope", scope, "action", action}, more);
        if (!List.of(more).contains("realm")) {
            parameters = ApiClient.joined(parameters, "realm", "");
        }
        Answer answer = admin.post("/policy/" + name, parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static void helperMay(String action, String realm, String... more) {
        policy("helper", "admin", action, ApiClient.joined(new String[] {"adminuser", "helper", "realm", realm}, more));
    }

    private static List<Object> serials(ApiClient client, String... parameters) {
        Answer answer = client.get("/token/", parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        List<Object> serials =
                answer.rows("tokens").stream().map(token -> token.get("serial")).toList();
        assertThat(answer.valueMap().get("count")).isEqualTo(serials.size());
        return serials;
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1).toString();
    }

    private static List<String> texts(Answer answer, String key) {
        return ((List<?>) answer.valueMap().get(key))
                .stream().map(Object::toString).toList();
    }

    private static void assertForbidden(Answer answer, String action) {
        assertRefusal(answer, 403, 303, NOT_ALLOWED.formatted(action));
    }

    private static void assertDone(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void theTokensOfHisRealmsAreAllThatALimitedAdministratorLists() {
        assertThat(serials(helper)).isEmpty();
        helperMay("tokenlist", "alpha");
        assertThat(serials(helper)).containsExactly("A1", "AB", "INA");
        assertThat(serials(helper, "tokenrealm", "beta")).containsExactly("AB");
        assertThat(serials(helper, "serial", "B1")).isEmpty();
        assertThat(serials(helper, "at", now())).containsExactly("A1", "AB", "INA");
        helperMay("tokenlist", "");
        assertThat(serials(helper)).containsExactly("A1", "AB", "B1", "FREE", "INA");
    }

    @Test
    void expressionsAndExclusionsMeanInListsWhatTheyMeanForRights() {
        helperMay("tokenlist", "al.*");
        assertThat(serials(helper)).containsExactly("A1", "AB", "INA");
        helperMay("tokenlist", "*,-beta");
        assertThat(serials(helper)).containsExactly("A1", "AB", "INA");
        helperMay("tokenlist", "*");
        assertThat(serials(helper)).hasSize(5);
    }

    @Test
    void nothingOutsideHisRealmsIsChangedByALimitedAdministrator() {
        helperMay("*", "alpha");
        assertDone(helper.post("/token/disable/A1"));
        assertDone(helper.post("/token/enable", "user", "user1", "realm", "alpha"));
        assertDone(helper.post("/token/description/INA", "description", "some"));
        for (String serial : List.of("B1", "AB", "FREE")) {
            assertForbidden(helper.post("/token/disable/" + serial), "disable");
            assertForbidden(helper.post("/token/disable", "serial", serial, "realm", "alpha"), "disable");
        }
        assertForbidden(helper.post("/token/disable/NOSUCH"), "disable");
        assertForbidden(helper.post("/token/disable", "user", "user2", "realm", "alpha"), "disable");
        assertForbidden(helper.post("/token/disable", "user", "user1"), "disable");
        assertForbidden(helper.post("/token/assign", "serial", "FREE", "user", "user1", "realm", "alpha"), "assign");
        assertForbidden(helper.post("/token/realm/A1", "realms", "alpha,beta"), "tokenrealms");
        assertDone(helper.post("/token/realm/A1", "realms", "alpha"));
    }

    @Test
    void nothingIsEnrolledOutsideHisRealms() {
        String refused = "Admin actions are defined, but you are not allowed to enroll this token type!";
        helperMay("enrollSPASS", "alpha");
        assertRefusal(helper.post("/token/init", "type", "spass"), 403, 303, refused);
        assertRefusal(helper.post("/token/init", "type", "spass", "realm", "beta"), 403, 303, refused);
        assertRefusal(helper.post("/token/init", "type", "hotp", "genkey", "1", "realm", "alpha"), 403, 303, refused);
        assertRefusal(
                helper.post("/token/init", "type", "spass", "user", "user3", "realm", "alpha", "resolver", "b"),
                403,
                303,
                refused);
        assertRefusal(
                helper.post("/token/init", "type", "spass", "serial", "B1", "user", "user1", "realm", "alpha"),
                403,
                303,
                refused);
        assertDone(helper.post("/token/init", "type", "spass", "serial", "NEW", "user", "user3", "realm", "alpha"));
        admin.delete("/token/NEW");
    }

    @Test
    void usersOfOtherRealmsAreNotThere() {
        helperMay("userlist", "alpha");
        List<Map<String, Object>> found = helper.get("/user/").list();
        assertThat(found).hasSize(4).allMatch(user -> user.get("resolver").equals("a"));
        assertDone(helper.get("/user/", "realm", "Alpha", "resolver", "A"));
        assertForbidden(helper.get("/user/", "realm", "beta"), "userlist");
        assertForbidden(helper.get("/user/", "realm", "alpha", "resolver", "b"), "userlist");
        assertForbidden(helper.get("/user/", "resolver", "b"), "userlist");
        assertDone(helper.get("/user/attribute", "user", "user1", "realm", "alpha"));
        assertRefusal(
                helper.get("/user/attribute", "user", "user1", "realm", "beta"),
                403,
                303,
                "Admin actions are defined, but this action is not allowed!");
    }

    @Test
    void realmsThatHeHasNoRightInAreNotShown() {
        assertValue(helper.get("/realm/"), "{}");
        helperMay("enable", "alpha");
        assertThat(helper.get("/realm/").valueMap()).containsOnlyKeys("alpha");
        assertThat(helper.get("/realm/", "at", now()).valueMap()).containsOnlyKeys("alpha");
        assertValue(helper.get("/defaultrealm"), "{}");
        assertThat(admin.get("/realm/").valueMap()).containsOnlyKeys("alpha", "beta");
        assertThat(admin.get("/defaultrealm").valueMap()).containsOnlyKeys("beta");
    }

    @Test
    void theAuditShowsHimWhatConcernsHisRealms() {
        admin.check("user", "user1@alpha", "wrong");
        admin.check("user", "user1@beta", "wrong");
        assertForbidden(helper.get("/audit/"), "auditlog");
        helperMay("auditlog,auditlog_download", "alpha");
        policy("everybody", "admin", "auditlog", "adminuser", "helper");
        assertThat(helper.get("/audit/", "page_size", "100").rows("auditdata"))
                .isNotEmpty()
                .allMatch(row -> "alpha".equals(row.get("realm")));
        String csv = helper.get("/audit/all.csv", "action", "*check").body();
        assertThat(csv).contains("'alpha'").doesNotContain("'beta'");
        assertDone(helper.get("/audit/statistics"));
        admin.delete("/policy/everybody");
        assertForbidden(helper.get("/audit/statistics"), "auditlog");
        assertForbidden(helper.get("/audit/verify"), "auditlog");
    }

    @Test
    void historiesAreShownOfWhatCanBeSeen() {
        helperMay("tokenlist", "alpha");
        assertDone(helper.get("/token/AB/history"));
        assertDone(helper.get("/history/token/AB"));
        assertForbidden(helper.get("/token/B1/history"), "tokenlist");
        assertForbidden(helper.get("/history/token/B1"), "tokenlist");
        assertForbidden(helper.get("/history/token/FREE"), "tokenlist");
        assertForbidden(helper.get("/history/realm/alpha"), "resolverread");
        assertForbidden(helper.get("/history/user/user1", "realm", "alpha"), "userlist");
        assertForbidden(helper.get("/history/admin/admin"), "auditlog");
    }

    @Test
    @ShowsEffect("admin/configread")
    void whatBecameOfSettingsIsToldWithTheRightToReadThem() {
        admin.post("/system/setConfig", "kept", "some");
        helperMay("policyread", "");
        assertForbidden(helper.get("/history/system/kept"), "configread");
        helperMay("configread", "");
        assertDone(helper.get("/history/system/kept"));
    }

    @Test
    void tokensOfOtherRealmsAreNotOnMachinesHeSees() {
        Object number = admin.post("/machine/token", "serial", "B1", "application", "luks")
                .value();
        admin.post("/machine/token", "serial", "A1", "application", "luks");
        helperMay("manage_machine_tokens", "alpha");
        assertThat(helper.get("/machine/token").list())
                .extracting(attached -> attached.get("serial"))
                .containsExactly("A1");
        assertValue(helper.get("/machine/token", "serial", "B1"), "[]");
        assertForbidden(helper.post("/machine/tokenoption", "mtid", "" + number, "slot", "1"), "manage_machine_tokens");
        assertForbidden(
                helper.post("/machine/tokenoption", "mtid", "" + number, "serial", "A1", "slot", "1"),
                "manage_machine_tokens");
        assertForbidden(helper.delete("/machine/token/B1/luks/" + number), "manage_machine_tokens");
        assertDone(helper.post("/machine/tokenoption", "serial", "A1", "application", "luks", "slot", "1"));
    }

    @Test
    void challengesOfOthersAreNotListed() {
        helperMay("getchallenges", "alpha");
        server.jdbc().sql("delete from challenge").update();
        for (String serial : List.of("A1", "B1")) {
            server.jdbc()
                    .sql("insert into challenge (id, transaction_id, serial, timestamp, expiration)"
                            + " values (?, ?, ?, now(), now())")
                    .param(serial.equals("A1") ? 1 : 2)
                    .param("1234")
                    .param(serial)
                    .update();
        }
        assertThat(helper.get("/token/challenges/").rows("challenges"))
                .extracting(challenge -> challenge.get("serial"))
                .containsExactly("A1");
        assertThat(helper.get("/token/challenges/B1").valueMap()).containsEntry("count", 0);
        helperMayWith("getchallenges", "", "user1", "b");
        assertThat(helper.get("/token/challenges/").rows("challenges"))
                .extracting(challenge -> challenge.get("serial"))
                .containsExactly("B1");
        server.jdbc().sql("delete from challenge").update();
    }

    @Test
    @ShowsEffect("admin/getserial")
    void tokensOfOtherRealmsAreNotFoundByTheirValues() {
        Device device = new Device("3132333435363738393031323334353637383930");
        admin.post("/token/init", "serial", "SEEKA", "otpkey", device.seed(), "realm", "alpha");
        admin.post("/token/init", "serial", "SEEKB", "otpkey", device.seed(), "realm", "beta");
        admin.post("/token/init", "serial", "SEEK0", "otpkey", device.seed());
        String path = "/token/getserial/" + device.otp(0);

        helperMay("tokenlist", "alpha");
        assertForbidden(helper.get(path), "getserial");
        helperMay("getserial", "alpha");
        assertThat(helper.get(path, "serial", "SEEK").valueMap())
                .containsEntry("serial", "SEEKA")
                .containsEntry("count", 1);
        assertThat(helper.get(path, "serial", "SEEKB").valueMap())
                .containsEntry("serial", null)
                .containsEntry("count", 0);
        List.of("SEEKA", "SEEKB", "SEEK0").forEach(serial -> admin.delete("/token/" + serial));
    }

    @Test
    void whatConditionsSayOfUsersIsHeldAgainstWhomTheRequestIsAbout() {
        helperMay("disable,enable", "", "conditions", "");
        Answer saved = admin.post(
                "/policy/helper",
                "application/json",
                """
                {"scope": "admin", "action": "disable, enable", "adminuser": "helper", "realm": "",
                 "conditions": [["userinfo", "givenname", "equals", "Given1", true]]}
                """
                        .getBytes(StandardCharsets.UTF_8));
        assertDone(saved);
        assertDone(helper.post("/token/enable/A1"));
        assertDone(helper.post("/token/enable", "user", "user1", "realm", "alpha"));
        assertForbidden(helper.post("/token/enable", "user", "user3", "realm", "alpha"), "enable");
        assertRefusal(
                helper.post("/token/enable/FREE"),
                403,
                303,
                "Policy 'helper' has condition on userinfo, but an according object is not available");
    }

    @Test
    void aRightForSomeUsersOrResolversReachesTheirTokens() {
        helperMay("enable", "", "user", "user1", "resolver", "a");
        assertDone(helper.post("/token/enable/A1"));
        assertForbidden(helper.post("/token/enable/B1"), "enable");
        assertForbidden(helper.post("/token/enable/INA"), "enable");
        assertForbidden(helper.post("/token/enable", "user", "user3", "realm", "alpha"), "enable");
    }

    private static void helperMayWith(String action, String realm, String user, String resolver) {
        helperMay(action, realm, "user", user, "resolver", resolver);
    }

    @Test
    void listsShowWhatARightForSomeUsersOrResolversReaches() {
        helperMayWith("tokenlist", "", "", "a");
        assertThat(serials(helper)).containsExactly("A1", "AB");
        assertThat(serials(helper, "at", now())).containsExactly("A1", "AB");
        helperMayWith("tokenlist", "beta", "", "a");
        assertThat(serials(helper)).isEmpty();
        helperMayWith("tokenlist", "", "user1,nobody", "");
        assertThat(serials(helper)).containsExactly("A1", "B1");
        assertThat(serials(helper, "tokenrealm", "beta")).containsExactly("B1");
        helperMayWith("tokenlist", "", "user1", "b");
        assertThat(serials(helper)).containsExactly("B1");
        policy("more", "admin", "tokenlist", "adminuser", "helper", "realm", "alpha");
        assertThat(serials(helper)).containsExactly("A1", "AB", "B1", "INA");
    }

    @Test
    void ofPeopleWhomAnExpressionMeansNoTokensAreListed() {
        helperMayWith("tokenlist", "alpha", "user[12]", "");
        assertThat(serials(helper)).isEmpty();
        assertDone(helper.get("/token/A1/history"));
    }

    @Test
    void listsLeaveOutTheTokensOfWhomARightDoesNotReach() {
        helperMayWith("tokenlist", "alpha", "*,-user1", "");
        assertThat(serials(helper)).containsExactly("AB", "INA");
        assertForbidden(helper.get("/token/A1/history"), "tokenlist");
        helperMayWith("tokenlist", "", "*,-user1", "");
        assertThat(serials(helper)).containsExactly("AB", "FREE", "INA");
        helperMayWith("tokenlist", "", "*,-user2", "");
        assertThat(serials(helper)).containsExactly("A1", "AB", "B1", "FREE", "INA");
        policy("more", "admin", "tokenlist", "adminuser", "helper", "user", "user1", "realm", "beta");
        helperMayWith("tokenlist", "", "*,-user1", "");
        assertThat(serials(helper)).containsExactly("AB", "B1", "FREE", "INA");
    }

    private static List<Object> logins(String... parameters) {
        Answer answer = helper.get("/user/", parameters);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.list().stream().map(user -> user.get("username")).toList();
    }

    @Test
    void usersAreListedWhomARightReaches() {
        helperMayWith("userlist", "alpha", "user[12]", "");
        assertThat(logins()).containsExactly("user1", "user2");
        assertForbidden(helper.get("/user/", "realm", "beta"), "userlist");
        helperMayWith("userlist", "", "*,-user1", "");
        assertThat(logins("realm", "alpha")).hasSize(3).doesNotContain("user1");
        assertThat(logins()).hasSize(6).doesNotContain("user1");
        helperMayWith("userlist", "", "", "b");
        assertThat(helper.get("/user/").list()).hasSize(4).allMatch(user -> user.get("resolver")
                .equals("b"));
        assertForbidden(helper.get("/user/", "realm", "alpha"), "userlist");
    }

    @Test
    void theAuditShowsWhatConcernsTheUsersAndResolversOfARight() {
        for (String user : List.of("user1@alpha", "user2@alpha", "user1@beta")) {
            admin.check("user", user, "wrong");
        }
        helperMayWith("auditlog", "", "", "a");
        assertThat(audited()).contains("user1@alpha/a", "user2@alpha/a").allMatch(text -> text.endsWith("/a"));
        helperMayWith("auditlog", "", "user1", "");
        assertThat(audited()).contains("user1@alpha/a", "user1@beta/b").allMatch(text -> text.startsWith("user1@"));
        helperMayWith("auditlog", "alpha", "*,-user1", "");
        assertThat(audited()).contains("user2@alpha/a").noneMatch(text -> text.startsWith("user1@"));
        helperMayWith("auditlog", "", "user[12]", "");
        assertForbidden(helper.get("/audit/"), "auditlog");
    }

    private static Set<String> audited() {
        return helper.get("/audit/", "page_size", "1000").rows("auditdata").stream()
                .map(row -> row.get("user") + "@" + row.get("realm") + "/" + row.get("resolver"))
                .collect(Collectors.toSet());
    }

    @Test
    @ShowsEffect({"admin/hide_tokeninfo", "user/hide_tokeninfo"})
    void entriesOfTokensAreHidden() {
        admin.post("/token/info/A1", "info", "{\"colour\": \"red\", \"size\": \"big\"}");
        policy("hide", "admin", "hide_tokeninfo=colour tokenkind");
        policy("users", "user", "hide_tokeninfo=size");
        ApiClient user = bearing("user1", "alpha", LoginTokens.USER);

        assertThat(info(admin)).contains("size").doesNotContain("colour", "tokenkind");
        assertThat(info(user)).contains("colour").doesNotContain("size");
    }

    private static Set<String> info(ApiClient client) {
        Map<?, ?> info = (Map<?, ?>)
                client.get("/token/", "serial", "A1").rows("tokens").get(0).get("info");
        return info.keySet().stream().map(Object::toString).collect(Collectors.toSet());
    }

    @Test
    @ShowsEffect({"admin/hide_audit_columns", "user/hide_audit_columns"})
    void columnsOfTheAuditAreHidden() {
        admin.check("user", "user1@alpha", "wrong");
        policy("hide", "admin", "hide_audit_columns=client duration");
        policy("users", "user", "auditlog,hide_audit_columns=number");
        ApiClient user = bearing("user1", "alpha", LoginTokens.USER);

        Answer all = admin.get("/audit/");
        assertThat(all.rows("auditdata").get(0)).containsKey("number").doesNotContainKeys("client", "duration");
        assertThat(texts(all, "auditcolumns")).hasSize(20).doesNotContain("client");
        assertThat(admin.get("/audit/all.csv").body()).doesNotContain("127.0.0.1");
        assertThat(user.get("/audit/").rows("auditdata").get(0))
                .containsKey("client")
                .doesNotContainKey("number");
    }

    @Test
    @ShowsEffect({"admin/auditlog_age", "user/auditlog_age"})
    void theAuditIsShownNoFurtherBackThanThePolicySays() throws InterruptedException {
        admin.check("user", "user1@alpha", "wrong");
        policy("age", "admin", "auditlog_age=1s");
        policy("users", "user", "auditlog,auditlog_age=1s");
        ApiClient user = bearing("user1", "alpha", LoginTokens.USER);
        Thread.sleep(1_100);

        assertThat(admin.get("/audit/", "timelimit", "1d", "action", "POST /validate/check")
                        .rows("auditdata"))
                .isEmpty();
        assertThat(admin.get("/audit/all.csv", "timelimit", "1d", "action", "POST /validate/check")
                        .body())
                .isEmpty();
        assertThat(user.get("/audit/", "action", "POST /validate/check").rows("auditdata"))
                .isEmpty();
    }

    @Test
    void attributesAreSetAndDeletedAsPoliciesSay() {
        String[] user = {"user", "user1", "realm", "alpha"};
        helperMay("set_custom_user_attributes=:hair: red grey :shoe: *,delete_custom_user_attributes=hair", "alpha");

        assertValue(
                helper.get("/user/editable_attributes/", user),
                "{'delete': ['hair'], 'set': {'hair': ['red', 'grey'], 'shoe': ['*']}}");
        assertDone(helper.post("/user/attribute", ApiClient.joined(user, "key", "hair", "value", "red")));
        assertDone(helper.post("/user/attribute", ApiClient.joined(user, "key", "shoe", "value", "42")));
        assertNotSet(helper.post("/user/attribute", ApiClient.joined(user, "key", "hair", "value", "blue")), "hair");
        assertNotSet(helper.post("/user/attribute", ApiClient.joined(user, "key", "hat", "value", "red")), "hat");
        assertNotSet(
                helper.post("/user/attribute", "user", "user1", "realm", "beta", "key", "hair", "value", "red"),
                "hair");
        assertNotSet(admin.post("/user/attribute", ApiClient.joined(user, "key", "hair", "value", "red")), "hair");
        assertValue(helper.delete("/user/attribute/hair/user1/alpha"), "1");
        assertRefusal(
                helper.delete("/user/attribute/shoe/user1/alpha"),
                403,
                303,
                "You are not allowed to delete the custom user attribute shoe!");
    }

    private static void assertNotSet(Answer answer, String key) {
        assertRefusal(answer, 403, 303, "You are not allowed to set the custom user attribute " + key + "!");
    }

    @Test
    void whatUsersMayDoForThemselvesDependsOnWhoTheyAre() {
        policy("alpha", "user", "disable,enable", "realm", "alpha", "user", "user1");
        ApiClient one = bearing("user1", "alpha", LoginTokens.USER);
        ApiClient two = bearing("user2", "alpha", LoginTokens.USER);

        assertDone(one.post("/token/enable/A1"));
        assertRefusal(
                one.post("/token/description/A1", "description", "some"),
                403,
                303,
                "User actions are defined, but the action setdescription is not allowed!");
        assertRefusal(
                two.post("/token/enable/AB", "realm", "alpha", "user", "user1"),
                403,
                303,
                "User actions are defined, but the action enable is not allowed!");
        assertRefusal(
                one.post("/token/init", "type", "hotp", "genkey", "1"),
                403,
                303,
                "User actions are defined, you are not allowed to enroll this token type!");
        assertThat(serials(one)).containsExactly("A1");
    }

    @Test
    void aLogInTellsTheRightsThatPoliciesGive() {
        policy("users", "user", "enable,enrollHOTP,auditlog_age=10d,-delete,otp_pin.*", "realm", "alpha");

        Answer login = server.anonymous().post("/auth", "username", "user1@alpha", "password", PasswdFile.PASSWORD);
        assertThat(texts(login, "rights"))
                .contains("enable", "enrollHOTP", "auditlog_age", "auditlog_age=10d", "otp_pin_maxlength")
                .doesNotContain("delete", "-delete", "disable", "enrollTOTP");
        assertThat(texts(login, "menus")).containsExactly("tokens", "audit");
        String claims = new String(
                Base64.getUrlDecoder().decode(((String) login.valueMap().get("token")).split("\\.", -1)[1]),
                StandardCharsets.UTF_8);
        assertThat(claims).contains("\"enrollHOTP\"").doesNotContain("enrollTOTP");
        ApiClient user = server.anonymous().bearing((String) login.valueMap().get("token"));
        assertThat(user.get("/auth/rights").valueMap()).containsOnlyKeys("hotp");
        Answer other = server.anonymous().post("/auth", "username", "user1@beta", "password", PasswdFile.PASSWORD);
        assertThat(texts(other, "rights")).isEmpty();
    }

    @Test
    void anAdministratorIsToldWhatHeMayDoAnywhere() {
        helperMay("enrollTOTP,policyread", "alpha");
        assertThat(helper.get("/auth/rights").valueMap()).containsOnlyKeys("totp");
        Answer login = server.anonymous()
                .post("/auth", "username", InProcessServer.ADMIN, "password", InProcessServer.ADMIN_PASSWORD);
        assertThat(texts(login, "rights")).contains("*", "policyread", "enrollTOTP");
    }
}
