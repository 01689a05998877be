package org.symbolon.api.kernel;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Requests that wait for something that may happen on any node. However many there are, one thread looks for all of them, with one
 * question to the database at a time, so that they hold neither the threads that answer others nor connections.
 */
@Component
public final class PostponedRequests implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PostponedRequests.class);
    private static final long LOOK_MILLIS = 250;

    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private final List<Happened> happened;
    private final int most;
    private final ScheduledThreadPoolExecutor looking;
    private final ScheduledFuture<?> round;

    /** What has happened of one kind. */
    public interface Happened {

        /** The {@link Postponement#kind} of those whom it is asked about. */
        String kind();

        /** Those of the keys that need not be waited for any more. */
        Collection<String> of(Set<String> keys);
    }

    private record Waiting(String kind, long end, Runnable resume) {}

    PostponedRequests(List<Happened> happened, @Value("${symbolon.postponed-requests:1000}") int most) {
        this.happened = List.copyOf(happened);
        this.most = most;
        this.looking = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "postponed-requests");
            thread.setDaemon(true);
            return thread;
        });
        this.round = looking.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /**
     * Looks whether another request may wait.
     *
     * @throws ApiException 503 if there are too many already
     */
    public void requireRoom() {
        if (waiting.size() >= most) {
            throw ApiException.busy();
        }
    }

    /** Lets a request wait, which goes on when this is run, on a thread that must not be held. */
    public void add(Postponement until, Runnable resume) {
        long end = System.nanoTime() + until.patience().toNanos();
        waiting.put(until.key(), new Waiting(until.kind(), end, resume));
    }

    private void look() {
        if (waiting.isEmpty()) {
            return;
        }
        Set<String> over = late();
        happened.forEach(one -> over.addAll(over(one)));
        over.forEach(this::resume);
    }

    /** Whoever has never heard of a key may take what it stands for to be over, so that he is asked about his own alone. */
    private Collection<String> over(Happened happened) {
        Set<String> keys = waiting.entrySet().stream()
                .filter(entry -> entry.getValue().kind().equals(happened.kind()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
        try {
            return keys.isEmpty() ? keys : happened.of(keys);
        } catch (RuntimeException away) {
            LOG.warn(
                    "It is not known what requests wait for: {}",
                    away.getClass().getName());
            return Set.of();
        }
    }

    private Set<String> late() {
        long now = System.nanoTime();
        Map<String, Waiting> late = new HashMap<>(waiting);
        late.values().removeIf(one -> one.end - now > 0);
        return new HashSet<>(late.keySet());
    }

    private void resume(String key) {
        Waiting one = waiting.remove(key);
        if (one == null) {
            return;
        }
        try {
            one.resume.run();
        } catch (RuntimeException gone) {
            LOG.debug("The client of a request that waited is gone");
        }
    }

    @Override
    public void destroy() {
        round.cancel(false);
        looking.shutdownNow();
    }
}
