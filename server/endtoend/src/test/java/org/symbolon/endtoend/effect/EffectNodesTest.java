package org.symbolon.endtoend.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.Patience;
import org.symbolon.endtoend.harness.Store;
import org.symbolon.endtoend.harness.TwoServers;

/** Effects of two servers on one PostgreSQL, while both live; what becomes of them when one dies is tested with processes. */
@ExtendWith(TwoServers.class)
class EffectNodesTest {

    private static final int EFFECTS = 200;
    private static final int AT_ONCE = 5;

    @Test
    void eachEffectOfBothNodesIsSentOnce(TwoServers.Pair nodes) {
        List<ApiClient> clients =
                List.of(nodes.first().anonymous(), nodes.second().anonymous());
        Store store = Store.of(nodes.database());
        List<CompletableFuture<List<String>>> requests = IntStream.range(0, EFFECTS / AT_ONCE)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> Notes.plan(clients.get(number % 2), "note", "take", AT_ONCE)))
                .toList();
        List<String> planned =
                requests.stream().flatMap(request -> request.join().stream()).toList();

        Patience.until("all are carried out", () -> store.carriedOut(planned) == EFFECTS);

        assertThat(planned).hasSize(EFFECTS);
        List<Notes.Sent> sent = new Notes(nodes.notes()).sentOf(planned);
        assertThat(sent).extracting(Notes.Sent::effectId).containsExactlyInAnyOrderElementsOf(planned);
        assertThat(sent).extracting(Notes.Sent::node).contains("first", "second");
    }
}
