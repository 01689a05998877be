package org.symbolon.reactions.effect;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.reactions.effect.port.EffectJournal;
import org.symbolon.reactions.effect.port.EffectLeases;

/**
 * One attempt of one effect at a time: open it, ask the outside, write down what came of it, give the lease back. The lease
 * was taken before, so what is opened is what all nodes have written down. What cannot be written down now is kept, and so
 * is its lease, or it would be carried out again.
 */
final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final EffectJournal journal;
    private final EffectLeases leases;
    private final HeldEffects held;
    private final EffectOutcomes outcomes;
    private final Queue<Unwritten> unwritten = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    Attempts(EffectJournal journal, EffectLeases leases, HeldEffects held, EffectOutcomes outcomes) {
        this.journal = journal;
        this.leases = leases;
        this.held = held;
        this.outcomes = outcomes;
    }

    private record Unwritten(String effectId, Runnable entry) {}

    void attempt(String effectId, Reaction reaction) {
        EffectOutcome outcome = new EffectOutcome.NotInTime();
        try {
            Optional<EffectOrder> order = journal.open(effectId);
            if (order.isPresent()) {
                outcome = carriedOut(order.get(), reaction);
            } else {
                giveBack(effectId);
            }
        } catch (RuntimeException unreadable) {
            LOG.warn("The effect {} cannot be looked at now: {}", effectId, unreadable.toString());
            held.remove(effectId);
        } finally {
            outcomes.tell(effectId, outcome);
        }
    }

    private EffectOutcome carriedOut(EffectOrder order, Reaction reaction) {
        held.asks(order.effectId());
        try {
            reaction.carryOut(order);
            answered(order);
            write(new Unwritten(order.effectId(), () -> journal.carriedOut(order.effectId())));
            return new EffectOutcome.CarriedOut();
        } catch (EffectFailedException failure) {
            return failed(order, order.censored(failure.getMessage()), failure.isPermanent());
        } catch (RuntimeException | Error unexpected) {
            return failed(order, "unexpected: " + unexpected.getClass().getSimpleName(), false);
        }
    }

    /** What failed because this server stops is nobody's failure: another node, or the next start, does it anew. */
    private EffectOutcome failed(EffectOrder order, String reason, boolean permanent) {
        answered(order);
        if (stopping) {
            return new EffectOutcome.NotInTime();
        }
        write(new Unwritten(order.effectId(), () -> writeFailure(order, reason, permanent)));
        return new EffectOutcome.Failed(reason);
    }

    /** An interruption was meant for the asking alone, and must not reach the database. */
    private void answered(EffectOrder order) {
        held.isAnswered(order.effectId());
        if (Thread.interrupted()) {
            LOG.warn("The {} {} took too long", order.kind(), order.effectId());
        }
    }

    private void writeFailure(EffectOrder order, String reason, boolean permanent) {
        Optional<Instant> next = journal.failed(order.effectId(), reason, permanent);
        if (next.isEmpty()) {
            LOG.warn("The {} {} was given up: {}", order.kind(), order.effectId(), reason);
            return;
        }
        LOG.info("The {} {} failed and is tried again at {}: {}", order.kind(), order.effectId(), next.get(), reason);
    }

    private void write(Unwritten entry) {
        try {
            entry.entry().run();
            giveBack(entry.effectId());
        } catch (RuntimeException unwritable) {
            LOG.warn(
                    "What came of the effect {} cannot be written down now: {}",
                    entry.effectId(),
                    unwritable.toString());
            unwritten.add(entry);
        }
    }

    /** Tries once more to write down what could not be. */
    void writeUnwritten() {
        List<Unwritten> again = List.copyOf(unwritten);
        unwritten.removeAll(again);
        again.forEach(this::write);
    }

    /** From now on, what fails is left to others. */
    void stop() {
        stopping = true;
    }

    /** A lease that cannot be given back now runs out by itself. */
    void giveBack(String effectId) {
        held.remove(effectId);
        try {
            leases.release(List.of(effectId));
        } catch (RuntimeException unreachable) {
            LOG.debug("The lease of the effect {} is left to run out: {}", effectId, unreachable.toString());
        }
    }
}
