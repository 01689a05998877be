package org.symbolon.endtoend.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.api.kernel.ServerKeys;
import org.symbolon.api.kernel.login.LoginTokens;
import org.symbolon.api.kernel.servlet.Farewell;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;

/** The same done to many tokens: to each what the caller may do to it, with a reason where nothing was done, and nothing twice. */
class BulkWireTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String UNTIL_EVERYBODY_BELIEVES_IT =
            "update bulk_operation set held_until = now() - interval '1 second' where id = ?";

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static ApiClient admin;

    @BeforeAll
    static void start() throws java.io.IOException {
        server = InProcessServer.start(folder.resolve("data"), "--symbolon.bulk-rate=1000");
        admin = server.admin();
        admin.post("/resolver/a", "type", "passwdresolver", "fileName", "" + PasswdFile.write(folder, 4));
        admin.post("/realm/alpha", "resolvers", "a");
        admin.post("/realm/beta", "resolvers", "a");
        admin.post("/policy/all", "scope", "admin", "action", "*", "adminuser", "admin", "realm", "");
        admin.post(
                "/policy/some",
                "scope",
                "admin",
                "action",
                "disable, tokenlist",
                "adminuser",
                "helper",
                "realm",
                "alpha");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static ApiClient administrator(String name) {
        LoginTokens tokens = new LoginTokens(server.bean(ServerKeys.class).loginTokenKey(), Clock.systemUTC());
        return admin.bearing(tokens.issue(name, "", LoginTokens.ADMIN, "password", List.of()));
    }

    private static void enrol(String prefix, int count, String... more) {
        IntStream.range(0, count).forEach(number -> assertThat(
                        admin.post("/token/init", ApiClient.joined(more, "type", "spass", "serial", prefix + number))
                                .status())
                .isEqualTo(200));
    }

    private static Map<String, Object> order(ApiClient client, String... parameters) {
        Answer ordered = client.post("/token/bulk", parameters);
        assertThat(ordered.status()).as(ordered.body()).isEqualTo(200);
        return awaited(client, ordered.valueMap().get("id").toString());
    }

    private static Map<String, Object> awaited(ApiClient client, String id) {
        await(() -> !client.get("/token/bulk/" + id).valueMap().get("state").equals("running"));
        return client.get("/token/bulk/" + id).valueMap();
    }

    private static void await(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private static List<Object> infos(String action) {
        return admin.get("/audit/", "action", action, "page_size", "100").rows("auditdata").stream()
                .map(row -> row.get("info"))
                .toList();
    }

    private static Object of(String serial, String column) {
        return admin.get("/token/", "serial", serial).rows("tokens").get(0).get(column);
    }

    private static void assertEnded(Map<String, Object> progress, int done, int refused) {
        assertThat(progress)
                .containsEntry("state", "done")
                .containsEntry("total", done + refused)
                .containsEntry("done", done)
                .containsEntry("refused", refused)
                .containsEntry("open", 0);
    }

    @Test
    void itIsDoneToEachAndEachHasItsRowInTheAudit() {
        enrol("BULKA", 3);

        Map<String, Object> progress = order(admin, "action", "disable", "serials", "BULKA0,BULKA1,NONE,BULKA2");

        assertEnded(progress, 3, 1);
        assertThat(progress)
                .containsEntry(
                        "refusals",
                        List.of(Map.of("serial", "NONE", "reason", "The requested token could not be found.")));
        assertThat(of("BULKA0", "active")).isEqualTo(false);
        assertThat(of("BULKA2", "active")).isEqualTo(false);
        List<Map<String, Object>> rows = admin.get(
                        "/audit/", "action", "POST /token/disable", "serial", "BULKA*", "administrator", "admin")
                .rows("auditdata");
        assertThat(rows).hasSize(3).allSatisfy(row -> assertThat(row).containsEntry("success", 1));
        String id = progress.get("id").toString();
        assertThat(infos("POST /token/bulk")).contains("ordered for 4 tokens as " + id);
        await(() -> infos("GET /token/bulk/<id>").contains(id + ": done, 3 done, 1 refused, 0 open"));
    }

    @Test
    void neverMoreIsDoneThanTheRequestForOneWould() {
        enrol("BULKB", 1, "user", "user1", "realm", "alpha");
        enrol("BULKC", 1, "user", "user1", "realm", "beta");
        ApiClient helper = administrator("helper");

        Map<String, Object> progress = order(helper, "action", "disable", "serials", "BULKB0,BULKC0");
        assertEnded(progress, 1, 1);
        assertThat(progress.get("refusals").toString())
                .contains("BULKC0", "Admin actions are defined, but the action disable is not allowed!");
        assertThat(of("BULKC0", "active")).isEqualTo(true);
        assertEnded(order(helper, "action", "delete", "serials", "BULKB0"), 0, 1);

        assertEnded(
                order(helper, "action", "disable", "search", "{\"serial\": \"BULK*\", \"tokenrealm\": \"alpha\"}"),
                1,
                0);
        assertRefusal(
                helper.post("/token/bulk", "action", "disable", "search", "{\"serial\": \"BULKC*\"}"),
                400,
                905,
                "ERR905: No tokens are meant");
        String id = progress.get("id").toString();
        assertRefusal(admin.get("/token/bulk/" + id), 404, 601, "There is no such operation.");
    }

    @Test
    void settingsAreThoseOfTheRequestForOne() {
        enrol("BULKD", 2);

        assertEnded(
                order(
                        admin,
                        "action",
                        "assign",
                        "serials",
                        "BULKD0,BULKD1",
                        "settings",
                        "{\"user\": \"user2\", \"realm\": \"alpha\"}"),
                2,
                0);
        assertThat(of("BULKD1", "username")).isEqualTo("user2");
        assertEnded(
                order(
                        admin,
                        "action",
                        "realms",
                        "search",
                        "{\"user\": \"user2\", \"realm\": \"alpha\"}",
                        "settings",
                        "{\"realms\": [\"alpha\", \"beta\"]}"),
                2,
                0);
        assertThat(of("BULKD0", "realms")).isEqualTo(List.of("alpha", "beta"));
        order(admin, "action", "description", "serials", "BULKD0", "settings", "{\"description\": \"Ours\"}");
        assertThat(of("BULKD0", "description")).isEqualTo("Ours");
        assertEnded(
                order(admin, "action", "info", "serials", "BULKD0", "settings", "{\"info\": {\"desk\": \"7\"}}"), 1, 0);
        assertThat(of("BULKD0", "info").toString()).contains("desk=7");
        for (String action : List.of("reset", "unassign", "enable", "revoke", "delete")) {
            assertEnded(order(admin, "action", action, "serials", "BULKD0"), 1, 0);
        }
        assertThat(admin.get("/token/", "serial", "BULKD0").rows("tokens")).isEmpty();
        assertRefusal(
                admin.post("/token/bulk", "action", "disable", "serials", "X", "settings", "{\"user\": \"a\"}"),
                400,
                905,
                "ERR905: The action 'disable' knows no setting 'user'");
    }

    @Test
    void whatIsInterruptedGoesOnAndNothingIsDoneTwice() {
        enrol("BULKE", 30);
        String serials = String.join(
                ",", IntStream.range(0, 30).mapToObj(number -> "BULKE" + number).toList());
        server.bean(Farewell.class).stop();
        String id;
        try {
            id = admin.post("/token/bulk", "action", "delete", "serials", serials)
                    .valueMap()
                    .get("id")
                    .toString();
            assertThat(awaited(admin, id)).containsEntry("state", "interrupted").containsEntry("open", 30);
        } finally {
            server.bean(Farewell.class).start();
        }

        assertThat(admin.post("/token/bulk/" + id).status()).isEqualTo(200);
        assertEnded(awaited(admin, id), 30, 0);
        assertRefusal(
                admin.post("/token/bulk/" + id), 400, 905, "ERR905: The operation has ended, or is being worked on");
    }

    @Test
    void aNodeThatDiesLeavesWhatAnotherGoesOnWith() {
        enrol("BULKF", 2);
        String id = admin.post("/token/bulk", "action", "delete", "serials", "BULKF0")
                .valueMap()
                .get("id")
                .toString();
        awaited(admin, id);
        server.jdbc()
                .sql("insert into bulk_token (operation, number, serial) values (?, 2, 'BULKF1')")
                .param(id)
                .update();
        server.jdbc()
                .sql("update bulk_operation set ended_at = null where id = ?")
                .param(id)
                .update();
        server.jdbc().sql(UNTIL_EVERYBODY_BELIEVES_IT).param(id).update();

        assertThat(admin.get("/token/bulk/" + id).valueMap()).containsEntry("state", "interrupted");
        admin.post("/token/bulk/" + id);

        assertEnded(awaited(admin, id), 2, 0);
    }

    @Test
    void itCanBeCancelledAndIsListed() {
        server.bean(Farewell.class).stop();
        String id;
        try {
            id = admin.post("/token/bulk", "action", "enable", "serials", "NONE1,NONE2")
                    .valueMap()
                    .get("id")
                    .toString();
            awaited(admin, id);
        } finally {
            server.bean(Farewell.class).start();
        }

        assertThat(admin.delete("/token/bulk/" + id).valueMap()).containsEntry("state", "cancelled");
        assertRefusal(admin.delete("/token/bulk/" + id), 400, 905, "ERR905: The operation has ended");
        assertThat(admin.get("/token/bulk/").list())
                .anySatisfy(listed -> assertThat(listed).containsEntry("id", id).containsEntry("state", "cancelled"));
    }

    @Test
    void whatIsMalformedIsRefused() {
        assertThat(admin.post("/token/bulk", "action", "explode", "serials", "A")
                        .errorMessage())
                .contains("Parameter 'action' must be one of enable, disable,");
        assertRefusal(admin.post("/token/bulk", "action", "enable"), 400, 905, "ERR905: No tokens are meant");
        assertRefusal(
                admin.post("/token/bulk", "action", "enable", "serials", "A/../B"),
                400,
                905,
                "ERR905: Parameter 'serials' holds what is no serial");
        for (String search : List.of("{}", "{\"seriel\": \"X\"}")) {
            assertThat(admin.post("/token/bulk", "action", "delete", "search", search)
                            .errorMessage())
                    .startsWith("ERR905: Parameter 'search' must say which tokens, and nothing else: serial, type,");
        }
        assertThat(server.anonymous().post("/token/bulk", "action", "enable").status())
                .isEqualTo(401);
    }
}
