package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.symbolon.endtoend.effect.Notes;
import org.symbolon.endtoend.effect.Notes.Sent;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Patience;
import org.symbolon.endtoend.harness.Store;

/** What a node is amidst of when it dies, and another one has to do: a change of many tokens, and many effects. */
final class HalfDoneWork {

    private static final int TOKENS = 200;
    private static final int EFFECTS = 200;
    private static final int SOME = 10;

    /** As many effects of a kind as a node carries out at once. */
    private static final int EFFECTS_AT_ONCE = 4;

    private final ApiClient heir;
    private final Store store;
    private final Notes notes;
    private final List<String> effects;
    private final String operation;

    private HalfDoneWork(ApiClient heir, Store store, Notes notes, List<String> effects, String operation) {
        this.heir = heir;
        this.store = store;
        this.notes = notes;
        this.effects = effects;
        this.operation = operation;
    }

    /** Gives it to a node, and waits until that has done a part of all. */
    static HalfDoneWork of(ApiClient node, ApiClient heir, Store store, Notes notes) {
        String file = IntStream.range(0, TOKENS)
                .mapToObj(number -> "MANY%03d,3132333435363738393031323334353637383930".formatted(number))
                .collect(Collectors.joining("\n"));
        assertThat(heir.upload("/token/load/many.csv", file, "type", "oathcsv").status())
                .isEqualTo(200);
        List<String> effects = Notes.plan(node, "note", "slowly", EFFECTS);
        Patience.until("some are sent", () -> notes.sentOf(effects).size() > EFFECTS_AT_ONCE);
        String operation = node.post("/token/bulk", "action", "delete", "search", "{\"serial\": \"MANY*\"}")
                .valueMap()
                .get("id")
                .toString();
        HalfDoneWork work = new HalfDoneWork(heir, store, notes, effects, operation);
        work.awaitProgress(progress -> (int) progress.get("done") >= SOME);
        return work;
    }

    private Map<String, Object> progress() {
        return heir.get("/token/bulk/" + operation).valueMap();
    }

    private void awaitProgress(Predicate<Map<String, Object>> condition) {
        Patience.until("progress", () -> condition.test(progress()));
    }

    /** The node is dead. */
    void isLeftToTheHeir() {
        assertThat(progress())
                .containsEntry("state", "running")
                .satisfies(progress -> assertThat((int) progress.get("open")).isPositive());
        assertThat(heir.post("/token/bulk/" + operation).status())
                .as("for half a minute nobody knows that the node is gone")
                .isEqualTo(400);
        store.jdbc()
                .sql("update bulk_operation set held_until = now() where id = ?")
                .param(operation)
                .update();
        assertThat(progress()).containsEntry("state", "interrupted");
        assertThat(heir.post("/token/bulk/" + operation).status()).isEqualTo(200);
    }

    void everyTokenIsChangedOnce() {
        awaitProgress(progress -> progress.get("state").equals("done"));
        assertThat(progress()).containsEntry("done", TOKENS).containsEntry("refused", 0);
        assertThat(deletions()).isEqualTo(TOKENS);
        assertThat(heir.get("/token/", "serial", "MANY*").rows("tokens")).isEmpty();
    }

    /** As the stream has them. */
    private int deletions() {
        return store.jdbc()
                .sql("select count(*) from domain_event where payload_type = 'TokenDeleted'"
                        + " and aggregate_identifier like 'token/MANY%'")
                .query(Integer.class)
                .single();
    }

    void noEffectIsLost() {
        Patience.until("all are carried out", () -> store.carriedOut(effects) == EFFECTS);
        List<Sent> sent = notes.sentOf(effects);
        assertThat(sent).extracting(Sent::effectId).containsAll(effects);
        assertThat(sent)
                .as("only what was under way is sent again")
                .hasSizeLessThanOrEqualTo(EFFECTS + EFFECTS_AT_ONCE);
    }
}
