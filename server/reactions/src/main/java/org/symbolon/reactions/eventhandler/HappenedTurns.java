package org.symbolon.reactions.eventhandler;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.symbolon.command.eventhandler.Listener;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.eventhandler.EventHandlerView;

/**
 * Gives handlers that listen to what has happened to tokens their turns: one after the other, in the order in which it happened on this
 * node, and while nobody waits. A node that dies in between forgets those that have not had theirs; what they have planned it does not.
 */
public final class HappenedTurns implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HappenedTurns.class);

    /** Stops after the edge, and before what carries out effects. */
    private static final int PHASE = Integer.MAX_VALUE - 6144;

    private static final int MOST_WAITING = 100_000;
    private static final int SECONDS_TO_END = 5;

    private final Supplier<ConfigurationView> configuration;
    private final HappenedFacts facts;
    private final HappenedDeeds deeds;
    private ThreadPoolExecutor worker;

    public HappenedTurns(Supplier<ConfigurationView> configuration, HappenedFacts facts, HappenedDeeds deeds) {
        this.configuration = configuration;
        this.facts = facts;
        this.deeds = deeds;
    }

    /** Takes what has happened in one commit. */
    void take(List<Happened> together) {
        together.stream()
                .filter(one -> together.stream().noneMatch(one::isPartOf))
                .forEach(this::take);
    }

    private void take(Happened happened) {
        ExecutorService now = worker();
        try {
            if (now != null) {
                now.execute(() -> turn(happened));
            }
        } catch (RejectedExecutionException full) {
            LOG.error(
                    "Nobody is told of {} of token {}: too much has happened",
                    happened.what().event(),
                    happened.fact().serial());
        }
    }

    private synchronized ExecutorService worker() {
        return worker;
    }

    private void turn(Happened happened) {
        try {
            facts.of(happened).ifPresent(request -> turns(happened, request));
        } catch (RuntimeException fault) {
            LOG.error(
                    "What has happened to token {} is told to nobody",
                    happened.fact().serial(),
                    fault);
        }
    }

    private void turns(Happened happened, HandledRequest request) {
        for (EventHandlerView handler :
                configuration.get().listeningTo(request.event().event())) {
            deeds.act(new Listener(handler.id(), handler.definition(), handler.options()), request, happened);
        }
    }

    @Override
    public synchronized void start() {
        worker = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(MOST_WAITING), HappenedTurns::thread);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "happened");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void stop() {
        ThreadPoolExecutor ending;
        synchronized (this) {
            ending = worker;
            worker = null;
        }
        if (ending == null) {
            return;
        }
        ending.shutdown();
        try {
            if (!ending.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
                LOG.warn(
                        "Nobody is told of the last {} that have happened to tokens",
                        ending.getQueue().size());
                ending.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            ending.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
