package org.symbolon.api.feed;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.PostponedRequests;
import org.symbolon.api.kernel.Postponement;
import org.symbolon.query.feed.FactFilter;
import org.symbolon.query.feed.FactSieve;
import org.symbolon.query.feed.FactStream;
import org.symbolon.query.feed.PublicFact;

/**
 * Finds out for requests that wait for facts whether there are some. Whoever reads facts makes one by that, since his request goes into the
 * audit: he would never wait if that counted.
 */
@Component
final class AwaitedFacts implements PostponedRequests.Happened {

    static final String READING = "GET /events";

    private static final String KIND = "facts";
    private static final int MOST = 20;
    private static final int PAGE = 500;
    private static final Duration FORGOTTEN = Duration.ofMinutes(2);

    private final FactStream stream;
    private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();

    AwaitedFacts(FactStream stream) {
        this.stream = stream;
    }

    /** One who waits; read by the one thread that looks. */
    private static final class Awaited {

        private final FactSieve sieve;
        private final long since = System.nanoTime();
        private long position;

        private Awaited(FactSieve sieve, long position) {
            this.sieve = sieve;
            this.position = position;
        }

        private boolean isForgotten() {
            return System.nanoTime() - since > FORGOTTEN.toNanos();
        }
    }

    /**
     * Has somebody wait for facts behind a position.
     *
     * @throws ApiException 503 if too many wait already
     */
    Postponement behind(long position, FactFilter filter, Duration patience) {
        awaited.values().removeIf(Awaited::isForgotten);
        if (awaited.size() >= MOST) {
            throw ApiException.busy();
        }
        String key = UUID.randomUUID().toString();
        awaited.put(key, new Awaited(new FactSieve(filter, stream), position));
        return new Postponement(KIND, key, patience);
    }

    void forget(String key) {
        awaited.remove(key);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Collection<String> of(Set<String> keys) {
        List<Map.Entry<String, Awaited>> waiting = awaited.entrySet().stream()
                .filter(entry -> keys.contains(entry.getKey()))
                .toList();
        if (waiting.isEmpty()) {
            return Set.of();
        }
        long newest = stream.newest();
        return waiting.stream()
                .filter(entry -> entry.getValue().position < newest)
                .filter(entry -> isThereForHim(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean isThereForHim(Awaited one) {
        FactStream.Page page = stream.after(one.position, PAGE);
        boolean isThere = one.sieve.wanted(page.facts()).stream().anyMatch(AwaitedFacts::isNews);
        one.position = page.last();
        return isThere;
    }

    /** Whether a fact is another one than that somebody has read facts. */
    static boolean isNews(PublicFact fact) {
        return !READING.equals(fact.data().get("action"));
    }
}
