package org.symbolon.endtoend.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.Patience;
import org.symbolon.endtoend.harness.ServerProcess;
import org.symbolon.endtoend.harness.Store;
import org.symbolon.store.database.DatabaseAccess;
import tools.jackson.databind.JsonNode;

/**
 * Server and receiver are killed under load, again and again, and yet every fact arrives, in order. With
 * {@code -Dsymbolon.test.feed-kills=10 -Dsymbolon.test.feed-rate=1000 -Dsymbolon.test.feed-seconds=20} so often, with so many facts a
 * second, and as long between two kills (a server that has just started is slow).
 */
class FeedKillTest {

    private static final int KILLS = Integer.getInteger("symbolon.test.feed-kills", 1);
    private static final int RATE = Integer.getInteger("symbolon.test.feed-rate", 100);
    private static final int THREADS = 8;
    private static final int TOKENS = 40;
    private static final int FACTS_OF_A_REQUEST = 2;
    private static final Duration BETWEEN = Duration.ofSeconds(Integer.getInteger("symbolon.test.feed-seconds", 2));
    private static final String PIN = "feed-pin-4711";

    @TempDir
    private Path folder;

    private final AtomicLong answered = new AtomicLong();
    private volatile int port;
    private volatile boolean over;
    private DatabaseAccess database;

    private ServerProcess started() {
        ServerProcess server = ServerProcess.start(
                folder.resolve("node"),
                "node",
                database,
                Map.of(
                        "SYMBOLON_LOCAL_DESTINATIONS", "127.0.0.1",
                        "SYMBOLON_FEEDS_LEASE", "3s",
                        "SYMBOLON_FEEDS_FIRST_PAUSE", "100ms",
                        "SYMBOLON_FEEDS_LONGEST_PAUSE", "1s",
                        "SYMBOLON_RESPONSE_SIGNATURE", "nonce"));
        port = server.port();
        return server;
    }

    /** Log-ins at an even rate, whether or not there is a server. */
    private void load(int thread) {
        long pause = (long) (1e9 * THREADS * FACTS_OF_A_REQUEST / RATE);
        long next = System.nanoTime();
        ApiClient client = new ApiClient(port);
        for (int number = thread; !over; number += THREADS) {
            try {
                client.post("/validate/check", "serial", "KILL" + number % TOKENS, "pass", PIN);
                answered.incrementAndGet();
            } catch (RuntimeException | AssertionError dead) {
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
                client = new ApiClient(port);
            }
            next = Math.max(
                    next + pause, System.nanoTime() - Duration.ofSeconds(1).toNanos());
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    @Test
    void everyFactArrivesInOrderWhoeverIsKilled() throws Exception {
        database = InProcessServer.installed(folder.resolve("node"));
        ServerProcess server = null;
        try (Hook hook = new Hook()) {
            server = started();
            prepare(hook);
            List<Thread> threads = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int number = thread;
                threads.add(new Thread(() -> load(number), "load-" + thread));
            }
            long began = System.nanoTime();
            threads.forEach(Thread::start);
            for (int kill = 0; kill < KILLS; kill++) {
                LockSupport.parkNanos(BETWEEN.toNanos());
                server.kill();
                server = started();
                LockSupport.parkNanos(BETWEEN.toNanos());
                hook.kill();
                LockSupport.parkNanos(BETWEEN.toNanos() / 2);
                hook.start();
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
            over = true;
            for (Thread thread : threads) {
                thread.join();
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            check(hook, seconds);
        } finally {
            over = true;
            if (server != null) {
                server.close();
            }
        }
    }

    private void prepare(Hook hook) {
        ApiClient admin = ApiClient.loggedIn(port, InProcessServer.ADMIN, InProcessServer.ADMIN_PASSWORD);
        assertThat(admin.post("/feed/kills", "type", "webhook", "url", hook.url(), "secret", Hook.SECRET)
                        .status())
                .isEqualTo(200);
        for (int number = 0; number < TOKENS; number++) {
            admin.post("/token/init", "type", "spass", "serial", "KILL" + number, "pin", PIN);
        }
    }

    private record Stored(long position, String id, Instant time) {}

    /** How many there are in the ten seconds that have most. */
    private static int busiest(List<Stored> stored) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < stored.size(); last++) {
            while (stored.get(first)
                    .time()
                    .plusSeconds(10)
                    .isBefore(stored.get(last).time())) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private void check(Hook hook, double seconds) {
        List<Stored> stored = Store.of(database)
                .jdbc()
                .sql(
                        """
                        select global_index, event_identifier, time_stamp from domain_event where global_index >= (
                            select min(global_index) from domain_event where payload_type = 'FeedCreated')
                        order by global_index
                        """)
                .query((row, index) -> new Stored(row.getLong(1), row.getString(2), Instant.parse(row.getString(3))))
                .list();
        long last = stored.get(stored.size() - 1).position();
        Patience.until("the last fact came", () -> hook.taken().stream()
                .anyMatch(fact -> fact.path("position").asLong() == last));
        Map<String, Long> firsts = new LinkedHashMap<>();
        Map<String, Long> newest = new HashMap<>();
        Set<String> disorder = new HashSet<>();
        for (JsonNode fact : hook.taken()) {
            long position = fact.path("position").asLong();
            if (firsts.putIfAbsent(fact.path("id").asString(), position) == null
                    && newest.merge(fact.path("subject").asString(), position, Math::max) != position) {
                disorder.add(fact.toString());
            }
        }
        System.out.printf(
                "%d facts in %.0f s with all kills, %d in the busiest ten; %d were sent, of %d requests%n",
                stored.size(), seconds, busiest(stored), hook.taken().size(), answered.get());
        assertThat(stored).extracting(Stored::id).as("none is lost").allMatch(firsts::containsKey);
        assertThat(disorder).as("what is told first of each thing is in order").isEmpty();
        assertThat(List.copyOf(firsts.values())).isSorted();
        assertThat(answered.get()).isPositive();
    }
}
