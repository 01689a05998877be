package org.symbolon.reactions.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.feed.port.FeedReceiver;
import org.symbolon.command.feed.port.FeedTarget;
import org.symbolon.command.secret.port.SealBrokenException;
import org.symbolon.query.feed.FactStream;
import org.symbolon.reactions.feed.port.DefinedFeeds;
import org.symbolon.reactions.feed.port.FeedJournal;

/** Feeds what is defined and active, each feed on one node at a time and on a thread of its own, so that none waits for another. */
public final class Feeders implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Feeders.class);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Map<String, FeedReceiver> receivers;
    private final DefinedFeeds defined;
    private final FeedJournal journal;
    private final FactStream stream;
    private final FeedTimes times;
    private final String node;
    private final String source;
    private final Map<Integer, Running> running = new HashMap<>();
    private boolean closed;

    /** A feed as it was when it was looked at; without a feeder where this node is not to feed it. */
    private record Running(String version, Optional<FeedTarget> feed, Optional<Feeder> feeder) {

        boolean isAtWork() {
            return feeder.filter(Feeder::isAlive).isPresent();
        }
    }

    /**
     * Makes it.
     *
     * @param node what this node is called
     * @param source which installation facts come from
     */
    public Feeders(
            List<FeedReceiver> receivers,
            DefinedFeeds defined,
            FeedJournal journal,
            FactStream stream,
            FeedTimes times,
            String node,
            String source) {
        this.receivers =
                receivers.stream().collect(Collectors.toUnmodifiableMap(FeedReceiver::type, Function.identity()));
        this.defined = defined;
        this.journal = journal;
        this.stream = stream;
        this.times = times;
        this.node = node;
        this.source = source;
    }

    /** Ends what is no more as it was, and takes what nobody feeds. */
    public synchronized void look() {
        if (closed) {
            return;
        }
        Map<Integer, String> versions = defined.versions();
        running.entrySet().removeIf(entry -> {
            boolean stays = entry.getValue().version().equals(versions.get(entry.getKey()));
            return !stays && isOver(entry.getValue());
        });
        journal.renew(running.entrySet().stream()
                .filter(entry -> entry.getValue().isAtWork())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
        versions.forEach(this::look);
        journal.forgetAllBut(versions.keySet());
    }

    /** Whoever feeds as it was before must have ended first. */
    private static boolean isOver(Running former) {
        former.feeder().ifPresent(Feeder::stop);
        return !former.isAtWork();
    }

    private void look(int number, String version) {
        Running now = running.get(number);
        if (now == null) {
            now = new Running(version, opened(number), Optional.empty());
        }
        if (!now.isAtWork() && now.version().equals(version)) {
            running.put(number, new Running(version, now.feed(), now.feed().flatMap(this::taken)));
        }
    }

    private Optional<FeedTarget> opened(int number) {
        try {
            return defined.open(number).filter(this::isToBeFedHere);
        } catch (SealBrokenException broken) {
            LOG.warn("A feed cannot be used: {}", broken.getMessage());
            return Optional.empty();
        }
    }

    private boolean isToBeFedHere(FeedTarget feed) {
        return feed.flag("active", true)
                && feed.option("only_on_node").map(node::equals).orElse(true)
                && receivers.containsKey(feed.type());
    }

    private Optional<Feeder> taken(FeedTarget feed) {
        FeedReceiver receiver = receivers.get(feed.type());
        FeedRound round = new FeedRound(feed, receiver, stream, journal, times, source, System::nanoTime);
        if (!round.take()) {
            return Optional.empty();
        }
        Feeder feeder = new Feeder(feed.name(), round, stream, times.renewal(), () -> leave(feed, receiver));
        feeder.begin();
        return Optional.of(feeder);
    }

    private void leave(FeedTarget feed, FeedReceiver receiver) {
        receiver.release(feed);
        try {
            journal.release(feed);
        } catch (RuntimeException unreachable) {
            LOG.info("The feed {} is left to others when its hold runs out", feed.name());
        }
    }

    /** Whoever is about to hand something over may end that; what nobody has noted is handed over once more by another. */
    @Override
    public void close() {
        List<Feeder> all;
        synchronized (this) {
            closed = true;
            all = running.values().stream()
                    .flatMap(one -> one.feeder().stream())
                    .toList();
        }
        all.forEach(Feeder::stop);
        try {
            for (Feeder feeder : all) {
                feeder.awaitEnd(FAREWELL);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
