package org.symbolon.store.eventstore;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;

/** All caches of aggregates that there are on this node, so that one can be forgotten whose past was corrected. */
@Component
public final class AggregateCaches {

    private final List<AggregateCache> caches = new CopyOnWriteArrayList<>();

    /** Another one, for at most so many. */
    public AggregateCache make(long mostEntries) {
        AggregateCache cache = new AggregateCache(mostEntries);
        caches.add(cache);
        return cache;
    }

    /** It is loaded anew when it is needed. */
    void forget(String aggregate) {
        caches.forEach(cache -> cache.remove(aggregate));
    }
}
