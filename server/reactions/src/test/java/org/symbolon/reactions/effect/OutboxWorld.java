package org.symbolon.reactions.effect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.effect.Effect;
import org.symbolon.command.effect.EffectCommands;
import org.symbolon.command.effect.EffectOrder;
import org.symbolon.command.effect.Effects;
import org.symbolon.command.effect.OpenEffect;
import org.symbolon.command.effect.PlannedEffect;
import org.symbolon.command.effect.RecordEffectCarriedOut;
import org.symbolon.command.effect.RecordEffectFailure;
import org.symbolon.events.effect.EffectAttemptFailed;
import org.symbolon.events.effect.EffectCause;
import org.symbolon.events.effect.EffectEvent;
import org.symbolon.events.effect.EffectPlanned;
import org.symbolon.reactions.effect.port.DueEffects;
import org.symbolon.reactions.effect.port.EffectJournal;
import org.symbolon.reactions.effect.port.EffectLeases;

/** All that the outboxes of several nodes share: the facts, the leases and the time; in memory, with the real decisions. */
final class OutboxWorld implements AutoCloseable {

    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    final SteppingClock clock = new SteppingClock();
    final PlainVault vault = new PlainVault();

    /** Of the kinds and ids of effects, when they are due. */
    private final Map<String, Planned> outstanding = new LinkedHashMap<>();

    private final Map<String, Lease> leases = new ConcurrentHashMap<>();
    private final List<EffectEvent> facts = new CopyOnWriteArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final AtomicReference<PlannedHere> planning = new AtomicReference<>();
    private final CommandBus bus = SimpleCommandBus.builder().build();
    private final Effects effects;

    OutboxWorld() {
        EventStore store = EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build();
        store.subscribe(messages -> messages.forEach(this::hear));
        Repository<PlannedEffect> repository = EventSourcingRepository.builder(PlannedEffect.class)
                .eventStore(store)
                .build();
        Random random = new Random(1);
        effects = new Effects(repository, vault, count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        });
        new AnnotationCommandHandlerAdapter<>(new EffectCommands(repository, vault, byte[]::new, clock)).subscribe(bus);
        new AnnotationCommandHandlerAdapter<>(this).subscribe(bus);
    }

    private record Planned(String kind, Instant due) {}

    private record Lease(Node holder, Instant until) {}

    private record Plan(Effect effect, boolean awaited) {}

    @CommandHandler
    String handle(Plan plan) {
        return plan.awaited()
                ? effects.planAwaited(plan.effect(), EffectCause.NONE, null)
                : effects.plan(plan.effect(), EffectCause.NONE, null);
    }

    private synchronized void hear(EventMessage<?> message) {
        EffectEvent event = (EffectEvent) message.getPayload();
        facts.add(event);
        if (event instanceof EffectPlanned planned) {
            outstanding.put(planned.effectId(), new Planned(planned.kind(), message.getTimestamp()));
            if (planning.get() != null) {
                planning.get().on(planned, CurrentUnitOfWork.get());
            }
            return;
        }
        if (event instanceof EffectAttemptFailed failed) {
            outstanding.computeIfPresent(
                    event.effectId(), (id, planned) -> new Planned(planned.kind(), failed.nextAttempt()));
            return;
        }
        outstanding.remove(event.effectId());
    }

    private Object send(Object command) {
        AtomicReference<CommandResultMessage<?>> answer = new AtomicReference<>();
        bus.dispatch(GenericCommandMessage.asCommandMessage(command), (sent, received) -> answer.set(received));
        if (answer.get().isExceptional()) {
            throw new IllegalStateException(answer.get().exceptionResult());
        }
        return answer.get().getPayload();
    }

    /** A node that has started; it looks for what is due when the test says so. */
    Node node(Reaction... reactions) {
        Node node = new Node(List.of(reactions));
        nodes.add(node);
        node.outbox.start();
        return node;
    }

    /** As a program does that carries out nothing itself. */
    synchronized String planElsewhere(Effect effect) {
        planning.set(null);
        return (String) send(new Plan(effect, false));
    }

    List<EffectEvent> facts() {
        return facts;
    }

    Set<String> leased() {
        return new TreeSet<>(leases.keySet());
    }

    static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("It did not come so far in time");
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.outbox.stop());
    }

    /** One of the servers. */
    final class Node implements EffectJournal, EffectLeases, DueEffects {

        final EffectOutcomes outcomes = new EffectOutcomes(clock);
        final Outbox outbox;
        private final PlannedHere plannedHere;
        private volatile boolean cutOff;

        private Node(List<Reaction> reactions) {
            OutboxTimes times = new OutboxTimes(Duration.ZERO, Duration.ofMinutes(2), Duration.ofMillis(300));
            outbox = new Outbox(reactions, this, this, this, outcomes, times, clock);
            plannedHere = new PlannedHere(outbox, this);
        }

        String plan(Effect effect) {
            return plan(new Plan(effect, false));
        }

        String planAwaited(Effect effect) {
            return plan(new Plan(effect, true));
        }

        private String plan(Plan plan) {
            synchronized (OutboxWorld.this) {
                planning.set(plannedHere);
                return (String) send(plan);
            }
        }

        /** Can reach no database any more, or can again. */
        void cutOff(boolean now) {
            cutOff = now;
        }

        private void reach() {
            if (cutOff) {
                throw new IllegalStateException("There is no database");
            }
        }

        @Override
        @SuppressWarnings("unchecked") // as the handler answers
        public Optional<EffectOrder> open(String effectId) {
            reach();
            synchronized (OutboxWorld.this) {
                return (Optional<EffectOrder>) send(new OpenEffect(effectId));
            }
        }

        @Override
        public void carriedOut(String effectId) {
            reach();
            synchronized (OutboxWorld.this) {
                send(new RecordEffectCarriedOut(effectId));
            }
        }

        @Override
        @SuppressWarnings("unchecked") // as the handler answers
        public Optional<Instant> failed(String effectId, String reason, boolean permanent) {
            reach();
            synchronized (OutboxWorld.this) {
                return (Optional<Instant>) send(new RecordEffectFailure(effectId, reason, permanent));
            }
        }

        @Override
        public void takeWithin(String effectId) {
            take(List.of(effectId));
        }

        @Override
        public Set<String> take(Collection<String> effectIds) {
            reach();
            Set<String> taken = new TreeSet<>();
            effectIds.forEach(effectId -> leases.compute(effectId, (id, lease) -> {
                if (lease != null && !lease.until().isBefore(clock.instant())) {
                    return lease;
                }
                taken.add(effectId);
                return new Lease(this, clock.instant().plus(LEASE));
            }));
            return taken;
        }

        @Override
        public void renew(Collection<String> effectIds) {
            reach();
            effectIds.forEach(effectId -> leases.computeIfPresent(
                    effectId,
                    (id, lease) -> lease.holder() == this
                            ? new Lease(this, clock.instant().plus(LEASE))
                            : lease));
        }

        @Override
        public void release(Collection<String> effectIds) {
            reach();
            effectIds.forEach(effectId ->
                    leases.computeIfPresent(effectId, (id, lease) -> lease.holder() == this ? null : lease));
        }

        /** As a read model shows it: also what another holds. */
        @Override
        public Map<String, List<String>> due(Map<String, Integer> mostByKind) {
            reach();
            Map<String, List<String>> found = new HashMap<>();
            mostByKind.forEach((kind, most) -> found.put(kind, due(kind, most)));
            return found;
        }

        private List<String> due(String kind, int most) {
            synchronized (OutboxWorld.this) {
                return outstanding.entrySet().stream()
                        .filter(effect -> effect.getValue().kind().equals(kind))
                        .filter(effect -> !effect.getValue().due().isAfter(clock.instant()))
                        .map(Map.Entry::getKey)
                        .limit(most)
                        .toList();
            }
        }
    }
}
