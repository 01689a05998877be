package org.symbolon.endtoend.effect;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.smtpserver.SendMail;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Patience;
import org.symbolon.events.shared.Secret;
import org.symbolon.projections.shared.TrailingModels;
import org.symbolon.store.readmodel.ReadModelGroup;
import org.symbolon.store.readmodel.Rebuild;

/** Effects that requests cause and wait for, on a whole server whose outside does what the test wants. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EffectWireTest {

    /** Those of the threads that listen and notify. */
    private static final int CONNECTIONS_OF_AN_IDLE_SERVER = 2;

    private static final int MORE_THAN_CONNECTIONS = 40;

    @TempDir
    private static Path folder;

    private Notes notes;
    private InProcessServer server;
    private ApiClient client;

    @BeforeAll
    void start() {
        notes = new Notes(folder.resolve("notes"));
        server = InProcessServer.start(folder.resolve("data"), Notes.inFolder(notes.folder()));
        client = server.anonymous();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private Answer await(String how) {
        return await(how, "note", "hello", 20_000);
    }

    private Answer await(String how, String kind, String words, int patience) {
        Answer answer = client.post(
                "/test/notes", "how", how, "kind", kind, "words", words, "patience", Integer.toString(patience));
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private static void until(BooleanSupplier condition) {
        Patience.until("came in time", condition);
    }

    private List<String> states(Object effectId) {
        assertThat(server.bean(TrailingModels.class).await()).isTrue();
        return server.jdbc()
                .sql(
                        "select state || ', ' || attempts || coalesce(', ' || reason, '') from rm.effect where effect_id = ?")
                .param(effectId)
                .query(String.class)
                .list();
    }

    @Test
    void aRequestIsToldThatWhatItCausedWasCarriedOut() {
        Answer answer = await("take");

        assertThat(answer.valueMap()).containsEntry("outcome", "CarriedOut");
        Object effectId = answer.valueMap().get("id");
        assertThat(notes.ids()).filteredOn(effectId::equals).hasSize(1);
        assertThat(states(effectId)).containsExactly("carried out, 1");
        assertThat(keysOf(effectId)).as("data keys that are left").isZero();
    }

    @Test
    void aRequestIsToldWhyItFailed() {
        Answer failed = await("fail", "note", "755224", 20_000);
        Answer refused = await("refuse", "note", "755224", 20_000);

        assertThat(failed.valueMap()).containsEntry("outcome", "Failed").containsEntry("reason", "nobody took: ***");
        assertThat(states(failed.valueMap().get("id"))).containsExactly("given up, 1, nobody took: ***");
        assertThat(keysOf(failed.valueMap().get("id"))).isZero();
        assertThat(refused.valueMap()).containsEntry("outcome", "Failed").containsEntry("reason", "550 refused: ***");
        assertThat(states(refused.valueMap().get("id"))).containsExactly("given up, 1, 550 refused: ***");
        assertThat(keysOf(refused.valueMap().get("id"))).isZero();
    }

    private long keysOf(Object effectId) {
        return server.jdbc()
                .sql(
                        """
                        select count(*) from data_key where id = (
                            select payload::jsonb -> 'content' -> 'words' ->> 'key' from domain_event
                            where aggregate_identifier = 'effect/' || ? and sequence_number = 0)
                        """)
                .param(effectId)
                .query(Long.class)
                .single();
    }

    @Test
    void aRequestWaitsNoLongerThanItWantsAndTheEffectGoesOnWithoutIt() {
        Answer answer = await("late", "note", "hello", 100);
        Object effectId = answer.valueMap().get("id");

        assertThat(answer.valueMap()).containsEntry("outcome", "NotInTime");
        assertThat(notes.ids()).doesNotContain((String) effectId);
        until(() -> notes.ids().contains(effectId));
    }

    @Test
    void anOutsideThatHangsUsesUpNeitherConnectionsNorTheThreadsOfAnotherKind() {
        ExecutorService clients = Executors.newFixedThreadPool(MORE_THAN_CONNECTIONS);
        try {
            List<CompletableFuture<Answer>> waiting = IntStream.range(0, MORE_THAN_CONNECTIONS)
                    .mapToObj(number ->
                            CompletableFuture.supplyAsync(() -> await("hang", "other", "hello", 8_000), clients))
                    .toList();
            HikariDataSource pool = server.pool();
            until(() -> hanging() >= 4 && plannedOf("other") >= MORE_THAN_CONNECTIONS);
            until(() -> pool.getHikariPoolMXBean().getActiveConnections() <= CONNECTIONS_OF_AN_IDLE_SERVER);

            assertThat(await("take").valueMap()).containsEntry("outcome", "CarriedOut");
            assertThat(client.get("/healthz/livez").status()).isLessThan(500);
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
            assertThat(waiting)
                    .allSatisfy(one -> assertThat(one.join().valueMap()).containsEntry("outcome", "NotInTime"));
        } finally {
            clients.shutdownNow();
        }
    }

    private static long hanging() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("symbolon-effect-other"))
                .filter(thread -> thread.getValue().length > 0
                        && List.of(thread.getValue()).toString().contains("NoteReaction"))
                .count();
    }

    private long plannedOf(String kind) {
        return server.jdbc()
                .sql(
                        "select count(*) from domain_event where payload_type = 'EffectPlanned' and payload::jsonb ->> 'kind' = ?")
                .param(kind)
                .query(Long.class)
                .single();
    }

    @Test
    void mailsAreEffects() {
        server.admin().post("/smtpserver/closed", "server", "127.0.0.1", "port", "1", "sender", "mfa@example.com");

        Object lost = planned(mailOver("lost"));
        Object closed = planned(mailOver("closed"));

        until(() -> states(lost).contains("given up, 1, There is no mail server lost"));
        until(() -> states(closed).get(0).startsWith("outstanding, 1, The mail server 127.0.0.1"));
    }

    private static SendMail mailOver(String identifier) {
        return SendMail.plain(identifier, Secret.of("emma@example.com"), Secret.of("Your value"), Secret.of("755224"));
    }

    private Object planned(SendMail mail) {
        return ((List<?>) server.bean(CommandSender.class).sendAs("test", new PlanNotes(1, mail, false))).get(0);
    }

    @Test
    void aRebuildCarriesOutNothingAndYieldsTheSameRows() {
        client.post("/test/notes", "how", "take", "count", "5");
        await("refuse");
        Answer last = await("take");
        assertThat(states(last.valueMap().get("id"))).hasSize(1);
        until(() -> ended() >= 7);
        int sent = notes.sent().size();
        String before = rows();

        server.bean(Rebuild.class).run(EnumSet.allOf(ReadModelGroup.class), (position, end) -> {});

        assertThat(rows()).isEqualTo(before);
        assertThat(notes.sent()).hasSize(sent);
    }

    private long ended() {
        assertThat(server.bean(TrailingModels.class).await()).isTrue();
        return server.jdbc()
                .sql("select count(*) from rm.effect where kind = 'note' and ended is not null")
                .query(Long.class)
                .single();
    }

    private String rows() {
        return server.jdbc()
                .sql(
                        "select string_agg(t::text, E'\\n' order by id) from rm.effect t where kind = 'note' and ended is not null")
                .query(String.class)
                .single();
    }
}
