package org.symbolon.reactions.eventhandler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.FailLimitReached;
import org.symbolon.events.token.PinChanged;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.reactions.eventhandler.port.UntoldHappenings;

/**
 * Hears what happens to tokens on this node, and has handlers that listen to it take their turns once it is committed. That they have not
 * had them yet is noted in the same commit. It hears only what is being appended here, never what is replayed; and of log-ins that go as
 * they should it hears nothing.
 */
@ProcessingGroup("effects")
public class HappenedHere {

    private static final String KEY = HappenedHere.class.getName();

    private final Supplier<ConfigurationView> configuration;
    private final UntoldHappenings untold;
    private final Consumer<List<Happened>> turns;

    private HappenedHere(
            Supplier<ConfigurationView> configuration, UntoldHappenings untold, Consumer<List<Happened>> turns) {
        this.configuration = configuration;
        this.untold = untold;
        this.turns = turns;
    }

    /** Of a server, which tells it at once. */
    public static HappenedHere tellingIt(
            Supplier<ConfigurationView> configuration, UntoldHappenings untold, HappenedTurns turns) {
        return new HappenedHere(configuration, untold, turns::take);
    }

    /** Of a program beside the servers, of which one will find it. */
    public static HappenedHere leavingItToServers(Supplier<ConfigurationView> configuration, UntoldHappenings untold) {
        return new HappenedHere(configuration, untold, heard -> {});
    }

    @EventHandler
    void on(TokenEnrolled fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(message, unitOfWork);
    }

    @EventHandler
    void on(TokenReenrolled fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(message, unitOfWork);
    }

    @EventHandler
    void on(EnrolmentVerified fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(message, unitOfWork);
    }

    @EventHandler
    void on(TokenAssigned fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(message, unitOfWork);
    }

    @EventHandler
    void on(TokenUnassigned fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(message, unitOfWork);
    }

    @EventHandler
    void on(TokenDeleted fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(message, unitOfWork);
    }

    @EventHandler
    void on(PinChanged fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(message, unitOfWork);
    }

    @EventHandler
    void on(FailLimitReached fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(message, unitOfWork);
    }

    @EventHandler
    void on(TokenDisabled fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(message, unitOfWork);
    }

    @EventHandler
    void on(TokenEnabled fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(message, unitOfWork);
    }

    @EventHandler
    void on(TokenRevoked fact, DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        hear(message, unitOfWork);
    }

    private void hear(DomainEventMessage<?> message, UnitOfWork<?> unitOfWork) {
        Happened.of(message)
                .filter(one ->
                        !configuration.get().listeningTo(one.what().event()).isEmpty())
                .ifPresent(one -> heardIn(unitOfWork.root()).add(one));
    }

    /** All that was heard in one commit. */
    private List<Happened> heardIn(UnitOfWork<?> root) {
        return root.getOrComputeResource(KEY, key -> {
            List<Happened> heard = new ArrayList<>();
            root.onPrepareCommit(committing -> newsOf(heard).forEach(one -> untold.note(one.place())));
            root.afterCommit(committed -> turns.accept(newsOf(heard)));
            return heard;
        });
    }

    private static List<Happened> newsOf(List<Happened> together) {
        return together.stream()
                .filter(one -> together.stream().noneMatch(one::isPartOf))
                .toList();
    }
}
