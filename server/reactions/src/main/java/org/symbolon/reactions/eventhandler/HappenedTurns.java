package org.symbolon.reactions.eventhandler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.symbolon.command.eventhandler.Listener;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.eventhandler.EventHandlerView;
import org.symbolon.reactions.eventhandler.port.UntoldHappenings;
import org.symbolon.reactions.eventhandler.port.UntoldHappenings.Orphan;
import org.symbolon.reactions.eventhandler.port.UntoldHappenings.Place;

/**
 * Gives handlers that listen to what has happened to tokens their turns: one after the other, in the order in which it happened on this
 * node, and while nobody waits. What a node that dies in between leaves behind is taken over by another one, or by its next start: a handler
 * has its turn at least once.
 */
public final class HappenedTurns implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(HappenedTurns.class);

    /** Stops after the edge, and before what carries out effects. */
    private static final int PHASE = Integer.MAX_VALUE - 6144;

    private static final int MOST_WAITING = 100_000;
    private static final int SECONDS_TO_END = 5;
    private static final int MOST_TAKEN_OVER = 100;
    private static final int MOST_ATTEMPTS = 5;

    private final Supplier<ConfigurationView> configuration;
    private final HappenedFacts facts;
    private final HappenedDeeds deeds;
    private final UntoldHappenings untold;
    private final EventStore store;
    private final BlockingQueue<Runnable> unwritten = new LinkedBlockingQueue<>();
    private ThreadPoolExecutor worker;

    public HappenedTurns(
            Supplier<ConfigurationView> configuration,
            HappenedFacts facts,
            HappenedDeeds deeds,
            UntoldHappenings untold,
            EventStore store) {
        this.configuration = configuration;
        this.facts = facts;
        this.deeds = deeds;
        this.untold = untold;
        this.store = store;
    }

    /** Takes what has happened in one commit. */
    void take(List<Happened> together) {
        together.forEach(one -> run(one.place(), () -> isTold(one, 1)));
    }

    /** Takes what other nodes have left behind, or this one could not tell, and says that it still lives. */
    void takeOver() {
        List<Runnable> again = new ArrayList<>();
        unwritten.drainTo(again);
        again.forEach(this::write);
        for (Orphan orphan : untold.takeOver(MOST_TAKEN_OVER)) {
            run(orphan.place(), () -> read(orphan.place())
                    .map(happened -> isTold(happened, orphan.attempt()))
                    .orElse(true));
        }
    }

    private Optional<Happened> read(Place place) {
        DomainEventStream facts = store.readEvents(place.aggregate(), place.sequence());
        return facts.hasNext() ? Happened.of(facts.next()) : Optional.empty();
    }

    /** One that finds no room is taken over later, and so is one that finds a server that has ended. */
    private void run(Place place, BooleanSupplier telling) {
        ExecutorService now = worker();
        try {
            if (now != null) {
                now.execute(() -> turn(place, telling));
            }
        } catch (RejectedExecutionException full) {
            LOG.warn("Handlers are told later of what has happened to {}: too much has happened", place.aggregate());
            write(() -> untold.giveBack(place));
        }
    }

    private synchronized ExecutorService worker() {
        return worker;
    }

    private void turn(Place place, BooleanSupplier telling) {
        try {
            boolean told = telling.getAsBoolean();
            write(() -> {
                if (told) {
                    untold.told(place);
                } else {
                    untold.giveBack(place);
                }
            });
        } catch (RuntimeException unreadable) {
            LOG.warn("Handlers are told later of what has happened to {}", place.aggregate(), unreadable);
            write(() -> untold.giveBack(place));
        }
    }

    /** What cannot be written now, since the database is away, is written with the next look. */
    private void write(Runnable entry) {
        try {
            entry.run();
        } catch (RuntimeException away) {
            unwritten.add(entry);
        }
    }

    /** Not, if it could be neither done nor recorded, as when the database is away; the last attempt counts in any case. */
    private boolean isTold(Happened happened, int attempt) {
        try {
            facts.of(happened).ifPresent(request -> turns(happened, request));
            return true;
        } catch (RuntimeException fault) {
            boolean last = attempt >= MOST_ATTEMPTS;
            LOG.error(
                    "What has happened to token {} is told to nobody{}",
                    happened.fact().serial(),
                    last ? "" : " for now",
                    fault);
            return last;
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
                        "The next start, or another node, tells of the last {} that have happened to tokens",
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
