package org.symbolon.endtoend.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.api.kernel.Access;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.RouteNeed;
import org.symbolon.api.kernel.ServerKeys;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.ShowsEffect;
import org.symbolon.endtoend.harness.SoundRequest;
import org.symbolon.endtoend.harness.SoundWorld;
import org.symbolon.endtoend.harness.WireRequest;

/**
 * Every route, called by everybody: by nobody who is logged in, by a user and by another one, by the helpdesk of the realm
 * that the request is about and by that of another realm, by an administrator without rights and by one with all of them.
 */
class AuthorisationMatrixTest {

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static ApiClient admin;
    private static SoundWorld world;

    @BeforeAll
    static void start() throws Exception {
        server = InProcessServer.start(
                folder.resolve("data"), "--symbolon.response-signature=nonce", "--symbolon.notice-pause=200ms");
        admin = server.admin();
        world = new SoundWorld(admin, PasswdFile.write(folder, 4));
        admin.post("/realm/realm2", "resolvers", "spare");
        String all = "*, set_custom_user_attributes=:*: *, delete_custom_user_attributes=*";
        policy("matrix-super", "admin", all, "adminuser", "admin");
        policy("matrix-here", "admin", all, "adminuser", "here", "realm", "realm1,spare");
        policy("matrix-elsewhere", "admin", all, "adminuser", "elsewhere", "realm", "realm2");
        policy("matrix-users", "user", all);
    }

    private static void policy(String name, String scope, String action, String... more) {
        String[] parameters = ApiClient.joined(new String[] {"scope", scope, "action", action}, more);
        if (!List.of(more).contains("realm")) {
            parameters = ApiClient.joined(parameters, "realm", "");
        }
        assertThat(admin.post("/policy/" + name, parameters).status()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<Route> routes() {
        return server.beans(Endpoint.class).stream()
                .flatMap(endpoint -> endpoint.routes().stream())
                .sorted(Comparator.comparing(Route::template).thenComparing(Route::method))
                .toList();
    }

    /** Somebody who calls, in the order in which they do: those first whom it should change nothing. */
    private enum Who {
        NOBODY,
        POWERLESS,
        HELPDESK_ELSEWHERE,
        OTHER_USER,
        USER,
        HELPDESK_HERE,
        ADMINISTRATOR;

        ApiClient client(SoundRequest sound) {
            return switch (this) {
                case NOBODY -> admin.bearing("");
                case POWERLESS -> admin.bearing(token("powerless", "", LoginTokens.ADMIN));
                case HELPDESK_ELSEWHERE -> admin.bearing(token("elsewhere", "", LoginTokens.ADMIN));
                case OTHER_USER -> admin.bearing(token("user0", "realm1", LoginTokens.USER));
                case USER -> admin.bearing(token(owner(sound), "realm1", LoginTokens.USER));
                case HELPDESK_HERE -> admin.bearing(token("here", "", LoginTokens.ADMIN));
                case ADMINISTRATOR -> admin.bearing(token("admin", "", LoginTokens.ADMIN));
            };
        }

        boolean isUser() {
            return this == USER || this == OTHER_USER;
        }

        private static String owner(SoundRequest sound) {
            String ofToken = "SPARE".equals(sound.values().get("serial")) ? "user2" : "user1";
            return sound.values().getOrDefault("user", ofToken);
        }

        private static String token(String name, String realm, String role) {
            LoginTokens tokens = new LoginTokens(server.bean(ServerKeys.class).loginTokenKey(), Clock.systemUTC());
            return tokens.issue(name, realm, role, "password", List.of());
        }
    }

    @Test
    void everyRouteThatIsNotForEverybodySaysWhatItNeeds() {
        assertThat(routes()).allMatch(Route::saysItsNeed);
    }

    @Test
    void aRouteThatNeedsNoRightSaysWhy() {
        assertThat(routes())
                .filteredOn(route -> route.need().extent() == RouteNeed.Extent.NONE)
                .allSatisfy(route ->
                        assertThat(route.need().about()).as(route.action()).matches("[A-Z][^\n|]{8,}[.]"));
    }

    /** A user route whose right is the administrators' alone shows users what is their own, and nothing else. */
    @Test
    void usersNeedNoRightToSeeWhatIsTheirOwnAndToNothingElse() {
        assertThat(routes())
                .filteredOn(route -> route.access() == Access.USER && !AccessTable.bindsUsers(route))
                .filteredOn(route -> AccessTable.rightTo(route).isPresent())
                .extracting(Route::method)
                .containsOnly("GET");
    }

    @TestFactory
    Stream<DynamicTest> everybodyMayCallWhatHeHasTheRightTo() {
        return routes().stream().map(route -> dynamicTest(route.action(), () -> call(route)));
    }

    private static void call(Route route) {
        List<String> complaints = new ArrayList<>();
        SoundRequest sound = SoundRequest.of(route.action()).get(0);
        for (Who who : Who.values()) {
            Answer answer = who.client(sound).send(request(route, sound));
            String complaint = complaint(route, sound, who, answer);
            if (!complaint.isEmpty()) {
                complaints.add(who + ": " + complaint + ": " + answer.status() + " " + answer.body());
            }
            if (answer.status() < 300) {
                tidy(route, sound);
            }
        }
        assertThat(complaints).as(route.action()).isEmpty();
    }

    @TestFactory
    @ShowsEffect({
        "admin/adduser",
        "admin/assign",
        "admin/auditlog",
        "admin/auditlog_download",
        "admin/caconnectordelete",
        "admin/caconnectorread",
        "admin/caconnectorwrite",
        "admin/clienttype",
        "admin/configdelete",
        "admin/configwrite",
        "admin/delete",
        "admin/delete_custom_user_attributes",
        "admin/deleteuser",
        "admin/disable",
        "admin/edumfaserver_read",
        "admin/edumfaserver_write",
        "admin/enable",
        "admin/enroll<TYPE>",
        "admin/eventhandling_read",
        "admin/eventhandling_write",
        "admin/events_read",
        "admin/feed_read",
        "admin/feed_write",
        "admin/fetch_authentication_items",
        "admin/getchallenges",
        "admin/getrandom",
        "admin/getserial",
        "admin/machinelist",
        "admin/manage_machine_tokens",
        "admin/managesubscription",
        "admin/mresolverdelete",
        "admin/mresolverread",
        "admin/mresolverwrite",
        "admin/periodictask_read",
        "admin/periodictask_write",
        "admin/policydelete",
        "admin/policyread",
        "admin/policywrite",
        "admin/radiusclient_read",
        "admin/radiusclient_write",
        "admin/radiusserver_read",
        "admin/radiusserver_write",
        "admin/reset",
        "admin/resolverdelete",
        "admin/resolverread",
        "admin/resolverwrite",
        "admin/resync",
        "admin/revoke",
        "admin/serviceid_add",
        "admin/serviceid_delete",
        "admin/serviceid_list",
        "admin/set",
        "admin/set_custom_user_attributes",
        "admin/set_hsm_password",
        "admin/setdescription",
        "admin/setpin",
        "admin/settokeninfo",
        "admin/smsgateway_read",
        "admin/smsgateway_write",
        "admin/smtpserver_read",
        "admin/smtpserver_write",
        "admin/statistics_delete",
        "admin/statistics_read",
        "admin/system_documentation",
        "admin/tokengroup_add",
        "admin/tokengroup_delete",
        "admin/tokengroup_list",
        "admin/tokengroups",
        "admin/tokenlist",
        "admin/tokenrealms",
        "admin/unassign",
        "admin/updateuser",
        "admin/userlist"
    })
    Stream<DynamicTest> oneRightOpensARouteToAnAdministrator() {
        ApiClient single = admin.bearing(Who.token("single", "", LoginTokens.ADMIN));
        return withRight()
                .map(route -> dynamicTest(
                        route.action(), () -> callWithOneRight(route, single, "admin", "adminuser", "single")));
    }

    @TestFactory
    @ShowsEffect({
        "user/assign",
        "user/auditlog",
        "user/delete",
        "user/delete_custom_user_attributes",
        "user/disable",
        "user/enable",
        "user/enroll<TYPE>",
        "user/reset",
        "user/resync",
        "user/revoke",
        "user/set_custom_user_attributes",
        "user/setdescription",
        "user/setpin",
        "user/unassign",
        "user/updateuser",
        "user/userlist"
    })
    Stream<DynamicTest> oneRightOpensARouteToAUser() {
        return withRight()
                .filter(AccessTable::bindsUsers)
                .filter(route -> AccessTable.of(route) != AccessTable.ANYWHERE)
                .map(route -> dynamicTest(route.action(), () -> {
                    SoundRequest sound = SoundRequest.of(route.action()).get(0);
                    admin.post("/policy/disable/matrix-users");
                    admin.post("/policy/disable/sound");
                    admin.post("/policy/disable/spare");
                    callWithOneRight(route, Who.USER.client(sound), "user", "user", Who.owner(sound));
                    admin.post("/policy/enable/matrix-users");
                }));
    }

    private static Stream<Route> withRight() {
        return routes().stream().filter(route -> AccessTable.rightTo(route).isPresent());
    }

    /** What the others do cannot be done with this right, and with it alone this can. */
    private static void callWithOneRight(Route route, ApiClient client, String scope, String... more) {
        SoundRequest sound = SoundRequest.of(route.action()).get(0);
        policy("matrix-single", scope, "none-such", more);
        Answer without = client.send(request(route, sound));
        policy("matrix-single", scope, AccessTable.rightTo(route).orElseThrow(), more);
        Answer with = client.send(request(route, sound));
        if (with.status() < 300) {
            tidy(route, sound);
        }
        admin.delete("/policy/matrix-single");

        boolean anyRightWillDo = AccessTable.isOpenedByAnyRight(route);
        boolean openList = AccessTable.of(route) == AccessTable.OPEN_LIST;
        assertThat(openList || anyRightWillDo || isRefused(without))
                .as(without.body())
                .isTrue();
        assertThat(with.status()).as(with.body()).isLessThan(500);
        assertThat(isRefused(with)).as(with.body()).isFalse();
    }

    private static WireRequest request(Route route, SoundRequest sound) {
        Map<String, String> encoded = new LinkedHashMap<>();
        sound.values().forEach((name, value) -> encoded.put(name, WireRequest.encoded(value)));
        return WireRequest.encoded(route, encoded);
    }

    private static void tidy(Route route, SoundRequest sound) {
        if (!sound.undone().isEmpty()) {
            world.again(sound.undone());
        }
        if (route.template().equals("/token/init")) {
            admin.delete("/token/INIT");
        }
    }

    /** What is wrong with an answer; nothing if it is as it should be. */
    private static String complaint(Route route, SoundRequest sound, Who who, Answer answer) {
        AccessTable access = AccessTable.of(route);
        if (answer.status() >= 500) {
            return "a fault of the server";
        }
        if (route.access() != Access.OPEN && (who == Who.NOBODY || (who.isUser() && route.access() == Access.ADMIN))) {
            boolean byRight = who.isUser() && route.need().beforeRole();
            return answer.status() == 401 || (byRight && isRefused(answer)) ? "" : "not refused";
        }
        if (who == Who.OTHER_USER && access == AccessTable.REACH && namesToken(route, sound)) {
            return answer.status() >= 400 ? "" : "reached what is another user's";
        }
        boolean admitted = who.isUser() || who == Who.ADMINISTRATOR || who == Who.NOBODY || access.admits(who.name());
        if (!admitted) {
            return isRefused(answer) ? "" : "not refused for want of a right";
        }
        if (isRefused(answer) || answer.status() == 401) {
            return "refused";
        }
        boolean sees = answer.body().contains("SOUND") || answer.body().contains("realm1");
        boolean blind = who == Who.HELPDESK_ELSEWHERE || who == Who.POWERLESS;
        return access.isLimited() && blind && sees ? "sees what is in another realm" : "";
    }

    /** A token that exists: what is enrolled is made by whoever asks. */
    private static boolean namesToken(Route route, SoundRequest sound) {
        return sound.values().containsKey("serial") && !route.template().equals("/token/init");
    }

    private static boolean isRefused(Answer answer) {
        return answer.status() == 403 && answer.errorCode() == 303;
    }
}
