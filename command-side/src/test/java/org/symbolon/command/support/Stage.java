package org.symbolon.command.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.AnnotationCommandHandlerAdapter;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.admin.Admin;
import org.symbolon.command.apikey.ApiKey;
import org.symbolon.command.auth.RevokedLogin;
import org.symbolon.command.challenge.ChallengeTransaction;
import org.symbolon.command.config.SystemConfig;
import org.symbolon.command.eventcounter.EventCounter;
import org.symbolon.command.monitoring.Statistic;
import org.symbolon.command.periodictask.PeriodicTask;
import org.symbolon.command.periodictask.TaskName;
import org.symbolon.command.realm.Realm;
import org.symbolon.command.resolver.Resolver;
import org.symbolon.command.token.Token;
import org.symbolon.command.token.UniqueValue;
import org.symbolon.command.user.PasswordReset;
import org.symbolon.events.admin.AdminEvent;
import org.symbolon.events.apikey.ApiKeyEvent;
import org.symbolon.events.apikey.ApiKeyIssued;
import org.symbolon.events.apikey.ApiKeyRevoked;
import org.symbolon.events.auth.LoginRevoked;
import org.symbolon.events.challenge.ChallengesBegun;
import org.symbolon.events.challenge.ChallengesEnded;
import org.symbolon.events.config.ConfigEvent;
import org.symbolon.events.eventcounter.EventCounterEvent;
import org.symbolon.events.monitoring.MonitoringEvent;
import org.symbolon.events.periodictask.PeriodicTaskEvent;
import org.symbolon.events.periodictask.TaskNameEvent;
import org.symbolon.events.realm.RealmEvent;
import org.symbolon.events.resolver.ResolverEvent;
import org.symbolon.events.token.TokenEvent;
import org.symbolon.events.token.UniqueValueEvent;
import org.symbolon.events.user.PasswordResetEvent;

/** An event store in memory and the commands of a test: for decisions that concern several aggregates at once. */
public final class Stage {

    private final EventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final CommandBus bus = SimpleCommandBus.builder()
            .rollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE)
            .build();
    private final Map<String, Integer> lengths = new HashMap<>();
    private final List<Object> appended = new ArrayList<>();

    public Stage() {
        store.subscribe(messages -> messages.forEach(message -> appended.add(message.getPayload())));
    }

    public <T> Repository<T> repository(Class<T> aggregate) {
        return EventSourcingRepository.builder(aggregate).eventStore(store).build();
    }

    public EventStore store() {
        return store;
    }

    public Stage handler(Object commands) {
        new AnnotationCommandHandlerAdapter<>(commands).subscribe(bus);
        return this;
    }

    public Stage given(Object... facts) {
        for (Object fact : facts) {
            String id = aggregateOf(fact);
            int sequence = lengths.merge(id, 1, Integer::sum) - 1;
            store.publish(new GenericDomainEventMessage<>("given", id, sequence, fact));
        }
        appended.clear();
        return this;
    }

    /** Sends the command and answers its result; a refusal comes as the exception that it is. */
    public Object when(Object command) {
        appended.clear();
        AtomicReference<CommandResultMessage<?>> answer = new AtomicReference<>();
        bus.dispatch(GenericCommandMessage.asCommandMessage(command), (sent, received) -> answer.set(received));
        CommandResultMessage<?> received = answer.get();
        if (!received.isExceptional()) {
            return received.getPayload();
        }
        if (received.exceptionResult() instanceof RuntimeException known) {
            throw known;
        }
        throw new IllegalStateException(received.exceptionResult());
    }

    /** The facts of the last command. */
    public List<Object> facts() {
        return List.copyOf(appended);
    }

    private static String keyId(ApiKeyEvent event) {
        return event instanceof ApiKeyIssued issued ? issued.keyId() : ((ApiKeyRevoked) event).keyId();
    }

    private static String aggregateOf(Object fact) {
        if (fact instanceof TokenEvent token) {
            return Token.idOf(token.serial());
        }
        if (fact instanceof RealmEvent realm) {
            return Realm.idOf(realm.name());
        }
        if (fact instanceof ResolverEvent resolver) {
            return Resolver.KIND.idOf(resolver.name());
        }
        if (fact instanceof ApiKeyEvent key) {
            return ApiKey.idOf(keyId(key));
        }
        if (fact instanceof AdminEvent admin) {
            return Admin.idOf(admin.username());
        }
        if (fact instanceof PeriodicTaskEvent task) {
            return PeriodicTask.idOf(task.taskId());
        }
        if (fact instanceof ChallengesBegun begun) {
            return ChallengeTransaction.idOf(begun.transactionId());
        }
        if (fact instanceof ChallengesEnded ended) {
            return ChallengeTransaction.idOf(ended.transactionId());
        }
        if (fact instanceof LoginRevoked login) {
            return RevokedLogin.idOf(login.nonce());
        }
        if (fact instanceof UniqueValueEvent value) {
            return UniqueValue.idOf(value.kind(), value.hash());
        }
        if (fact instanceof TaskNameEvent name) {
            return TaskName.idOf(name.name());
        }
        if (fact instanceof PasswordResetEvent reset) {
            return PasswordReset.idOf(reset.number());
        }
        if (fact instanceof EventCounterEvent counter) {
            return EventCounter.idOf(counter.name(), counter.node());
        }
        if (fact instanceof MonitoringEvent statistic) {
            return Statistic.idOf(statistic.key());
        }
        if (fact instanceof ConfigEvent) {
            return SystemConfig.ID;
        }
        throw new IllegalArgumentException("No aggregate has the fact " + fact);
    }
}
