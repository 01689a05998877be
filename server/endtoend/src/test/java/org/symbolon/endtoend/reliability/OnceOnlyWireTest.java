package org.symbolon.endtoend.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.endtoend.harness.Wire.assertRefusal;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.PasswdFile;
import org.symbolon.endtoend.harness.Tenant;

/** Clients that do not know whether their request was done, and send it again. */
class OnceOnlyWireTest {

    @TempDir
    private static Path folder;

    private static InProcessServer server;
    private static Tenant tenant;
    private static ApiClient admin;

    @BeforeAll
    static void start() {
        server = InProcessServer.start(folder);
        tenant = Tenant.create(server, "once", folder, 4);
        admin = tenant.admin();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Answer enrol(ApiClient client, String... more) {
        return client.post("/token/init", ApiClient.joined(more, "type", "hotp", "genkey", "1"));
    }

    private static List<Object> described(String description) {
        return admin.get("/token/", "description", description).rows("tokens").stream()
                .map(token -> token.get("serial"))
                .toList();
    }

    /** What a crash leaves: the process is gone, and nobody holds the turn any more. */
    private static void crash(String change) {
        assertThat(server.jdbc()
                        .sql(
                                "update idempotency_key set held_until = now() - interval '1 s', " + change
                                        + " where holder = (select holder from idempotency_key order by kept_until desc limit 1)")
                        .update())
                .isEqualTo(1);
    }

    @Test
    void aTokenIsMadeOnceAndItsSeedIsShownAgain() {
        Answer first = enrol(admin.once("8e03978e-40d5-43dd-bc93-6894a57f9324"), "description", "made once");
        Answer second = enrol(admin.once("\"8e03978e-40d5-43dd-bc93-6894a57f9324\""), "description", "made once");

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(second).isEqualTo(first);
        assertThat(described("made once")).containsExactly(first.detail().get("serial"));
        Map<String, Object> row = admin.get(
                        "/audit/", "action", "POST /token/init", "page_size", "1", "sortorder", "desc")
                .rows("auditdata")
                .get(0);
        assertThat(row)
                .containsEntry("info", "answered as before")
                .containsEntry("serial", first.detail().get("serial"));
    }

    @Test
    void withoutAKeyTwoAreMade() {
        enrol(admin, "description", "made twice");
        enrol(admin, "description", "made twice");

        assertThat(described("made twice")).hasSize(2);
    }

    @Test
    void ofManyAtOnceOneIsDone() {
        List<Answer> answers = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> enrol(admin.once("at-once"), "description", "made at once")))
                .limit(8)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(200, 409).contains(200);
        assertThat(described("made at once")).hasSize(1);
    }

    private static Answer order(ApiClient client, String serial) {
        return client.post(
                "/token/bulk", "action", "description", "serials", serial, "settings", "{\"description\":\"x\"}");
    }

    private static long orders() {
        return server.jdbc()
                .sql("select count(*) from bulk_operation")
                .query(Long.class)
                .single();
    }

    @Test
    void whatIsOrderedOfManyTokensIsOrderedOnce() {
        String serial = enrol(admin).detail().get("serial").toString();
        long before = orders();
        Answer first = order(admin.once("ordered"), serial);
        Answer second = order(admin.once("ordered"), serial);

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(second).isEqualTo(first);
        assertThat(orders()).isEqualTo(before + 1);

        order(admin.once("ordered-and-lost"), serial);
        crash("answer = null, answer_key = null");
        assertThat(order(admin.once("ordered-and-lost"), serial).status()).isEqualTo(409);
        assertThat(orders()).isEqualTo(before + 2);
    }

    @Test
    void anotherRequestUnderTheKeyIsRefused() {
        enrol(admin.once("taken"));

        assertRefusal(
                enrol(admin.once("taken"), "pin", "1234"),
                422,
                905,
                "ERR905: The Idempotency-Key belongs to another request.");
    }

    @Test
    void usersHaveKeysOfTheirOwn() {
        ApiClient user1 = ApiClient.loggedIn(server.port(), "user1@once", PasswdFile.PASSWORD);
        ApiClient user2 = ApiClient.loggedIn(server.port(), "user2@once", PasswdFile.PASSWORD);

        Object first = enrol(user1.once("mine")).detail().get("serial");
        Object second = enrol(user2.once("mine")).detail().get("serial");

        assertThat(second).isNotNull().isNotEqualTo(first);
        assertThat(enrol(user1.once("mine")).detail()).containsEntry("serial", first);
    }

    @Test
    void theLastTokenThatThereMayBeIsAnsweredAgain() {
        admin.post("/policy/oneonly", "scope", "enrollment", "action", "max_token_per_user=1", "realm", "once");
        try {
            Answer first = enrol(admin.once("last"), "user", "user3", "realm", "once");
            assertThat(first.status()).as(first.body()).isEqualTo(200);
            assertThat(enrol(admin, "user", "user3", "realm", "once").status()).isEqualTo(403);

            assertThat(enrol(admin.once("last"), "user", "user3", "realm", "once"))
                    .isEqualTo(first);
        } finally {
            admin.delete("/policy/oneonly");
        }
    }

    @Test
    void aServerThatDiesBeforeTheCommitHasDoneNothingAndTheRepetitionIsDone() {
        Answer first = enrol(admin.once("early"), "description", "made early");
        admin.delete("/token/" + first.detail().get("serial"));
        crash("decided = false, answer = null, answer_key = null");

        Answer second = enrol(admin.once("early"), "description", "made early");

        assertThat(second.status()).isEqualTo(200);
        assertThat(described("made early")).containsExactly(second.detail().get("serial"));
    }

    @Test
    void aServerThatDiesBehindTheCommitNamesTheTokenAndMakesNoOther() {
        Object serial =
                enrol(admin.once("late"), "description", "made late").detail().get("serial");
        crash("answer = null, answer_key = null");

        assertRefusal(
                enrol(admin.once("late"), "description", "made late"),
                409,
                905,
                "ERR905: The request was done, and its answer is lost. It was about the token " + serial + ".");
        assertThat(described("made late")).containsExactly(serial);
    }

    @Test
    void theSeedOfTheAnswerLiesInNoTable() {
        Answer answer = enrol(admin.once("sealed"));
        String seed = String.valueOf(answer.detail().get("otpkey"));
        String hex = seed.replaceAll(".*seed://([0-9a-f]+).*", "$1");
        assertThat(hex).matches("[0-9a-f]{40}");

        String rows = server.jdbc()
                .sql("select idempotency_key::text from idempotency_key")
                .query(String.class)
                .list()
                .toString();

        assertThat(rows).isNotBlank().doesNotContain(hex, "sealed", "otpauth", "admin");
    }

    @Test
    void policiesAndFilesAreImportedOnce() {
        ApiClient once = admin.once("file");
        Answer first =
                once.upload("/token/load/a.csv", "ONCE1,3132333435363738393031323334353637383930", "type", "oathcsv");
        assertThat(first.valueMap()).containsEntry("n_imported", 1);

        assertThat(once.upload(
                        "/token/load/a.csv", "ONCE1,3132333435363738393031323334353637383930", "type", "oathcsv"))
                .isEqualTo(first);
        assertThat(once.upload("/token/load/a.csv", "ONCE2,3132333435363738393031323334353637383930", "type", "oathcsv")
                        .status())
                .isEqualTo(422);
        String policy = "[once]\nscope = user\naction = disable\nrealm = nowhere\n";
        Answer imported = once.upload("/policy/import/p.txt", policy);
        assertThat(imported.value()).isEqualTo(1);
        admin.delete("/policy/once");
        assertThat(once.upload("/policy/import/p.txt", policy)).isEqualTo(imported);
        assertThat(admin.get("/policy/once").list()).isEmpty();
    }
}
