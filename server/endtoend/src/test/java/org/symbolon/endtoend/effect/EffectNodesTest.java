package org.symbolon.endtoend.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.effect.Notes.Sent;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Databases;
import org.symbolon.endtoend.harness.ServerProcess;
import org.symbolon.endtoend.harness.Store;
import org.symbolon.store.database.EmbeddedDatabase;

/** Effects of two servers on one PostgreSQL: each is sent once, and at least once whatever dies. */
class EffectNodesTest {

    private static final int EFFECTS = 200;
    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static EmbeddedDatabase database;
    private static Store store;
    private static Notes notes;
    private static ServerProcess first;
    private static ServerProcess second;

    private ApiClient here;
    private ApiClient there;

    @BeforeAll
    static void startBoth() {
        database = Databases.start(folder.resolve("database"));
        store = Store.of(database.access());
        notes = new Notes(folder.resolve("notes"));
        first = node("first");
        ServerProcess.copyKey(folder.resolve("first"), folder.resolve("second"));
        second = node("second");
    }

    @AfterAll
    static void stopAll() {
        Stream.of(first, second).filter(Objects::nonNull).forEach(ServerProcess::close);
        database.close();
    }

    @BeforeEach
    void bothAreUp() {
        if (!second.isAlive()) {
            second = node("second");
        }
        here = new ApiClient(first.port());
        there = new ApiClient(second.port());
    }

    private static ServerProcess node(String name) {
        Map<String, String> more =
                Map.of(Notes.VARIABLE, folder.resolve("notes").toString(), "SYMBOLON_EFFECTS_LEASE", "3s");
        return ServerProcess.start(folder.resolve(name), name, database.access(), more);
    }

    private static List<String> plan(ApiClient node, String how, int count) {
        Answer answer = node.post("/test/notes", "how", how, "count", Integer.toString(count));
        assertThat(answer.status()).isEqualTo(200);
        return ((List<?>) answer.value()).stream().map(String.class::cast).toList();
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("came in time").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static List<String> sentOf(List<String> planned) {
        return notes.ids().stream().filter(new HashSet<>(planned)::contains).toList();
    }

    private static boolean allAreCarriedOut(List<String> planned) {
        Long count = store.jdbc()
                .sql(
                        """
                        select count(*) from domain_event where payload_type = 'EffectCarriedOut'
                        and aggregate_identifier = any (?)
                        """)
                .param(planned.stream().map(id -> "effect/" + id).toArray(String[]::new))
                .query(Long.class)
                .single();
        return count == planned.size();
    }

    @Test
    void eachEffectOfBothNodesIsSentOnce() {
        List<CompletableFuture<List<String>>> requests = IntStream.range(0, EFFECTS / 5)
                .mapToObj(
                        number -> CompletableFuture.supplyAsync(() -> plan(number % 2 == 0 ? here : there, "take", 5)))
                .toList();
        List<String> planned =
                requests.stream().flatMap(request -> request.join().stream()).toList();

        until(() -> allAreCarriedOut(planned));

        assertThat(planned).hasSize(EFFECTS);
        assertThat(sentOf(planned)).containsExactlyInAnyOrderElementsOf(planned);
    }

    @Test
    void noEffectIsLostWhenANodeDies() {
        List<String> planned = plan(there, "slowly", EFFECTS);
        until(() -> sentOf(planned).size() > AT_ONCE);
        second.kill();

        until(() -> allAreCarriedOut(planned));

        List<String> sent = sentOf(planned);
        assertThat(sent).containsAll(planned);
        assertThat(sent).as("only what was under way is sent again").hasSizeLessThanOrEqualTo(EFFECTS + AT_ONCE);
    }

    @Test
    void whatANodeSentBeforeItDiedIsSentAgainUnderTheSameKey() {
        String effectId = plan(there, "die", 1).get(0);

        until(() -> allAreCarriedOut(List.of(effectId)));

        assertThat(notes.sent())
                .filteredOn(sent -> sent.effectId().equals(effectId))
                .containsExactly(new Sent(effectId, "second"), new Sent(effectId, "first"));
        assertThat(second.isAlive()).isFalse();
    }
}
