package org.symbolon.command.shared;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is opened by a configuration and stays open until that changes, such as the user stores of resolvers. Each is opened
 * once, however many ask at the same time, and closed when the last one who asks it is done. Whoever asks waits for no other
 * that is slow to open.
 *
 * @param <C> the configurations; equal ones open the same
 * @param <S> what they open
 */
public final class KeptOpen<C, S> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeptOpen.class);

    private final Function<C, String> name;
    private final Function<C, S> open;
    private final Consumer<S> close;
    private final Predicate<C> isCurrent;
    private final Map<String, Opened> byName = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * Makes one that has nothing open.
     *
     * @param name what a configuration is called: of each name one thing is open at a time
     * @param isCurrent whether a configuration is still in force; what is opened by another is closed right after it was asked
     */
    public KeptOpen(Function<C, String> name, Function<C, S> open, Consumer<S> close, Predicate<C> isCurrent) {
        this.name = name;
        this.open = open;
        this.close = close;
        this.isCurrent = isCurrent;
    }

    /** Asks what the configuration opens. What is thrown while it is opened or asked comes through. */
    public <T> T ask(C configuration, Function<S, T> question) {
        Opened opened = hold(configuration);
        try {
            return question.apply(opened.get());
        } finally {
            opened.release();
        }
    }

    private Opened hold(C configuration) {
        String key = name.apply(configuration);
        while (true) {
            Opened known = byName.get(key);
            if (known == null || !known.configuration.equals(configuration)) {
                Opened fresh = new Opened(key, configuration);
                if (replace(key, known, fresh)) {
                    return fresh;
                }
            } else if (known.hold()) {
                return known;
            }
        }
    }

    private boolean replace(String key, Opened known, Opened fresh) {
        boolean done = known == null ? byName.putIfAbsent(key, fresh) == null : byName.replace(key, known, fresh);
        if (done && known != null) {
            known.release();
        }
        if (done && !isWanted(fresh)) {
            drop(fresh);
        }
        return done;
    }

    private boolean isWanted(Opened opened) {
        return !closed && isCurrent.test(opened.configuration);
    }

    private void drop(Opened opened) {
        if (byName.remove(opened.key, opened)) {
            opened.release();
        }
    }

    /** Closes what was opened by configurations that are in force no more. */
    public void closeOutdated() {
        byName.values().stream().filter(opened -> !isWanted(opened)).forEach(this::drop);
    }

    /** Closes everything; from then on nothing stays open. */
    @Override
    public void close() {
        closed = true;
        closeOutdated();
    }

    /** Something open, held by the map and by each one who asks it. It leaves the map before the map lets go of it. */
    private final class Opened {

        private final String key;
        private final C configuration;
        private final AtomicInteger holders = new AtomicInteger(2);
        private volatile S value;
        private RuntimeException failure;

        Opened(String key, C configuration) {
            this.key = key;
            this.configuration = configuration;
        }

        boolean hold() {
            return holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) > 0;
        }

        void release() {
            if (holders.decrementAndGet() == 0 && value != null) {
                try {
                    close.accept(value);
                } catch (RuntimeException trouble) {
                    LOG.warn("Closing {} failed: {}", key, trouble.getClass().getName());
                }
            }
        }

        S get() {
            S known = value;
            return known == null ? opened() : known;
        }

        /** All who wait for an attempt share its failure; whoever comes later tries again. */
        private synchronized S opened() {
            if (failure != null) {
                throw failure;
            }
            if (value == null) {
                try {
                    value = open.apply(configuration);
                } catch (RuntimeException trouble) {
                    failure = trouble;
                    drop(this);
                    throw trouble;
                }
            }
            return value;
        }
    }
}
