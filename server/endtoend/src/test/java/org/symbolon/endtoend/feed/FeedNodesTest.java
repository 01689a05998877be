package org.symbolon.endtoend.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.TwoServers;
import tools.jackson.databind.JsonNode;

/** Of two nodes one feeds, whichever of them something happens on. */
@ExtendWith(TwoServers.class)
class FeedNodesTest {

    private static final int TOKENS = 40;

    @Test
    void oneNodeFeedsWhatHappensOnBoth(TwoServers.Pair nodes) {
        List<ApiClient> admins = nodes.admins();
        try (Hook hook = new Hook()) {
            assertThat(admins.get(0)
                            .post(
                                    "/feed/nodes",
                                    "type",
                                    "webhook",
                                    "url",
                                    hook.url(),
                                    "secret",
                                    Hook.SECRET,
                                    "kinds",
                                    "TokenEnrolled",
                                    "batch",
                                    "3")
                            .status())
                    .isEqualTo(200);
            List<CompletableFuture<Integer>> requests = IntStream.range(0, TOKENS)
                    .mapToObj(number -> CompletableFuture.supplyAsync(() -> admins.get(number % 2)
                            .post("/token/init", "type", "spass", "serial", "FEEDNODES" + number)
                            .status()))
                    .toList();
            assertThat(requests).allMatch(request -> request.join() == 200);
            IntStream.range(0, TOKENS).forEach(number -> hook.await(Hook.about("TokenEnrolled", "FEEDNODES" + number)));

            List<String> ids = hook.taken().stream()
                    .map(fact -> fact.path("id").asString())
                    .toList();
            assertThat(ids).as("each once").doesNotHaveDuplicates();
            assertThat(hook.taken())
                    .extracting((JsonNode fact) -> fact.path("position").asLong())
                    .isSorted();
            assertThat(hook.mostAtOnce()).isEqualTo(1);
        } finally {
            admins.get(0).delete("/feed/nodes");
        }
    }
}
