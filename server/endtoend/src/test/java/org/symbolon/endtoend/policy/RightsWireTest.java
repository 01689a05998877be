package org.symbolon.endtoend.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;
import static org.symbolon.endtoend.harness.Wire.assertValue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Device;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.ShowsEffect;

/** What administrators of some realms, and users, may see and change, and what they are told of it. */
class RightsWireTest extends LimitedRights {

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
