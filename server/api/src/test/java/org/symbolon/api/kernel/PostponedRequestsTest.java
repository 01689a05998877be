package org.symbolon.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who waits goes on when whoever knows of such things says so, or when his time is up. */
class PostponedRequestsTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private final Collection<String> asked = new ConcurrentLinkedQueue<>();
    private final PostponedRequests requests = new PostponedRequests(
            List.of(
                    new Teller("under way", keys -> Set.of()),
                    new Teller("over", this::allOver),
                    new Teller("unknown", PostponedRequestsTest::unreachable)),
            3);

    private record Teller(String kind, UnaryOperator<Set<String>> over) implements PostponedRequests.Happened {

        @Override
        public Collection<String> of(Set<String> keys) {
            return over.apply(keys);
        }
    }

    /** Says so of everything, whether it was ever heard of or not. */
    private Set<String> allOver(Set<String> keys) {
        asked.addAll(keys);
        return keys;
    }

    private static Set<String> unreachable(Set<String> keys) {
        throw new IllegalStateException("The database is away");
    }

    @AfterEach
    void end() {
        requests.destroy();
    }

    private CompletableFuture<Void> waiting(String kind, String key, Duration patience) {
        CompletableFuture<Void> resumed = new CompletableFuture<>();
        requests.add(new Postponement(kind, key, patience), () -> resumed.complete(null));
        return resumed;
    }

    private static void assertResumed(CompletableFuture<Void> waiting) throws Exception {
        waiting.get(30, TimeUnit.SECONDS);
    }

    @Test
    void nobodyIsAskedAboutWhatOthersWaitFor() throws Exception {
        CompletableFuture<Void> under = waiting("under way", "1", LONG);
        assertResumed(waiting("over", "2", LONG));
        assertResumed(waiting("over", "3", LONG));

        assertThat(under).isNotDone();
        assertThat(asked).containsExactly("2", "3");
    }

    @Test
    void whoseTimeIsUpGoesOnWithoutIt() throws Exception {
        assertResumed(waiting("under way", "1", Duration.ofMillis(1)));
        assertResumed(waiting("unknown", "2", Duration.ofMillis(1)));
    }

    @Test
    void oneWhoCannotBeAskedIsInNobodysWay() throws Exception {
        CompletableFuture<Void> unknown = waiting("unknown", "1", LONG);
        assertResumed(waiting("over", "2", LONG));
        assertThat(unknown).isNotDone();
    }

    @Test
    void noMoreWaitThanMay() {
        for (String key : List.of("1", "2", "3")) {
            requests.requireRoom();
            waiting("under way", key, LONG);
        }
        assertThatThrownBy(requests::requireRoom)
                .isInstanceOf(ApiException.class)
                .extracting(refused -> ((ApiException) refused).status())
                .isEqualTo(503);
    }
}
