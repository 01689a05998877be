package org.symbolon.reactions.effect;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.symbolon.reactions.effect.port.DueEffects;
import org.symbolon.reactions.effect.port.EffectJournal;
import org.symbolon.reactions.effect.port.EffectLeases;
import org.symbolon.reactions.schedule.RepeatedLook;

/**
 * Has the effects carried out that decisions have planned: at once those of this node, and those that are due and that nobody
 * is busy with whenever it looks. Each is carried out at least once; twice only if a node dies, or is out of the database's
 * reach for long, between the outside's answer and the fact about it (docs/adr/0013).
 */
public final class Outbox implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    /** Stops after the edge, whose last requests may plan effects. */
    private static final int PHASE = Integer.MAX_VALUE - 8192;

    private static final Duration AFTER_INTERRUPTION = Duration.ofSeconds(1);

    private final Map<String, Lane> lanes;
    private final EffectLeases leases;
    private final DueEffects due;
    private final EffectOutcomes outcomes;
    private final OutboxTimes times;
    private final HeldEffects held;
    private final Attempts attempts;
    private ScheduledExecutorService looks;
    private volatile boolean running;

    /**
     * Makes it.
     *
     * @throws IllegalStateException if two reactions are of one kind
     */
    public Outbox(
            List<Reaction> reactions,
            EffectJournal journal,
            EffectLeases leases,
            DueEffects due,
            EffectOutcomes outcomes,
            OutboxTimes times,
            Clock clock) {
        this.lanes = reactions.stream()
                .map(Lane::new)
                .collect(Collectors.toUnmodifiableMap(lane -> lane.reaction().kind(), Function.identity()));
        this.leases = leases;
        this.due = due;
        this.outcomes = outcomes;
        this.times = times;
        this.held = new HeldEffects(clock, times.patience());
        this.attempts = new Attempts(journal, leases, held, outcomes);
    }

    /** Whether this node carries out effects of the kind itself. */
    boolean takes(String kind) {
        return running && lanes.containsKey(kind);
    }

    /** Has an effect carried out whose lease this node has taken with its planning. */
    void begin(String effectId, String kind, boolean awaited) {
        if (awaited) {
            outcomes.expect(effectId);
        }
        begin(effectId, lanes.get(kind));
    }

    private void begin(String effectId, Lane lane) {
        held.add(effectId);
        if (!lane.run(() -> attempts.attempt(effectId, lane.reaction()))) {
            attempts.giveBack(effectId);
            outcomes.tell(effectId, new EffectOutcome.NotInTime());
        }
    }

    /** Keeps what this node is busy with, and takes what is due. */
    void look() {
        held.interruptOverdue();
        attempts.writeUnwritten();
        leases.renew(held.all());
        outcomes.forgetOld();
        takeDue();
    }

    private void takeDue() {
        Map<String, Integer> rooms = new HashMap<>();
        lanes.forEach((kind, lane) -> rooms.put(kind, lane.room()));
        due.due(rooms)
                .forEach((kind, found) -> leases.take(found).forEach(effectId -> begin(effectId, lanes.get(kind))));
    }

    @Override
    public synchronized void start() {
        running = true;
        if (times.pause().isZero()) {
            return;
        }
        looks = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "symbolon-effects");
            thread.setDaemon(true);
            return thread;
        });
        long millis = times.pause().toMillis();
        ScheduledFuture<?> unused = looks.scheduleWithFixedDelay(
                new RepeatedLook(this::look, LOG, "Cannot look for effects"), millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (looks != null) {
            looks.shutdown();
        }
        lanes.values().forEach(Lane::close);
        awaitEnd(times.farewell());
        attempts.stop();
        lanes.values().forEach(Lane::interrupt);
        awaitEnd(AFTER_INTERRUPTION);
        leaveTheRest();
    }

    private void awaitEnd(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (Lane lane : lanes.values()) {
                lane.awaitEnd(Math.max(0, deadline - System.nanoTime()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void leaveTheRest() {
        try {
            attempts.writeUnwritten();
            leases.release(held.all());
        } catch (RuntimeException unreachable) {
            LOG.warn("What is still to be carried out is left to others: {}", unreachable.toString());
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
