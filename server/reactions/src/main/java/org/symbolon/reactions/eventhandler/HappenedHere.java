package org.symbolon.reactions.eventhandler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.symbolon.command.eventhandler.fact.TokenHappening;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenEvent;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.projections.config.ConfigurationView;

/**
 * Hears what happens to tokens on this node, and has handlers that listen to it take their turns once it is committed. It hears only what
 * is being appended here, never what is replayed; and of log-ins that go as they should it hears nothing.
 */
@ProcessingGroup("effects")
public class HappenedHere {

    private static final String KEY = HappenedHere.class.getName();

    private final Supplier<ConfigurationView> configuration;
    private final HappenedTurns turns;

    public HappenedHere(Supplier<ConfigurationView> configuration, HappenedTurns turns) {
        this.configuration = configuration;
        this.turns = turns;
    }

    @EventHandler
    void on(TokenEnrolled fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(fact, message, unitOfWork);
    }

    @EventHandler
    void on(TokenReenrolled fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(fact, message, unitOfWork);
    }

    @EventHandler
    void on(EnrolmentVerified fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(fact, message, unitOfWork);
    }

    @EventHandler
    void on(TokenAssigned fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(fact, message, unitOfWork);
    }

    @EventHandler
    void on(TokenUnassigned fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(fact, message, unitOfWork);
    }

    @EventHandler
    void on(TokenDeleted fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(fact, message, unitOfWork);
    }

    @EventHandler
    void on(PinChanged fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(fact, message, unitOfWork);
    }

    @EventHandler
    void on(FailLimitReached fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(fact, message, unitOfWork);
    }

    @EventHandler
    void on(TokenDisabled fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(fact, message, unitOfWork);
    }

    @EventHandler
    void on(TokenEnabled fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(fact, message, unitOfWork);
    }

    @EventHandler
    void on(TokenRevoked fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(fact, message, unitOfWork);
    }

    private void hear(TokenEvent fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        TokenHappening.of(fact)
                .filter(what -> !configuration.get().listeningTo(what.event()).isEmpty())
                .map(what -> new Happened(
                        what, fact, message.getSequenceNumber(), message.getTimestamp(), message.getMetaData()))
                .ifPresent(heard -> heardIn(unitOfWork.root()).add(heard));
    }

    /** All that was heard in one commit. */
    private List<Happened> heardIn(UnitOfWork<?> root) {
        return root.getOrComputeResource(KEY, key -> {
            List<Happened> heard = new ArrayList<>();
            root.afterCommit(committed -> turns.take(heard));
            return heard;
        });
    }
}
