package org.symbolon.endtoend.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.ShowsEffect;

/** Rights that reach some users and resolvers, what users may do, and what policies hide. */
class UserRightsWireTest extends LimitedRights {

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
    void aUserWhoReachesForTheFileOfTheAuditHearsOfPoliciesBeforeHeHearsOfHisRole() {
        ApiClient user = bearing("user1", "alpha", LoginTokens.USER);
        assertRefusal(
                user.get("/audit/all.csv"),
                401,
                4306,
                "Authentication failure. You do not have the necessary role (['admin']) to access this resource!");

        policy("users", "user", "auditlog");

        assertRefusal(
                user.get("/audit/all.csv"),
                403,
                303,
                "User actions are defined, but the action auditlog_download is not allowed!");
        assertThat(user.get("/realm/").status()).isEqualTo(401);
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
}
