package org.symbolon.store.readmodel;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.auth.CandidateMemory;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.store.eventstore.Notice;

/**
 * Lets all nodes forget which tokens a user had when he gets another one: this node before that is answered, the others by
 * a notification in the same transaction.
 */
@ProcessingGroup("refresh")
@Component
public class CandidateNotices implements Notice {

    private static final String CHANNEL = "symbolon_new_tokens";
    private static final String BETWEEN = "\n";
    private static final int PARTS = 3;

    private final CandidateMemory memory;
    private final JdbcOperations jdbc;

    public CandidateNotices(CandidateMemory memory, JdbcOperations jdbc) {
        this.memory = memory;
        this.jdbc = jdbc;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void missed() {
        memory.forgetAll();
    }

    @EventHandler
    void on(TokenEnrolled event, UnitOfWork<?> unitOfWork) {
        tell(event.owner(), unitOfWork);
    }

    @EventHandler
    void on(TokenReenrolled event, UnitOfWork<?> unitOfWork) {
        tell(event.owner(), unitOfWork);
    }

    @EventHandler
    void on(TokenAssigned event, UnitOfWork<?> unitOfWork) {
        tell(event.owner(), unitOfWork);
    }

    private void tell(TokenOwner owner, UnitOfWork<?> unitOfWork) {
        if (owner == null) {
            return;
        }
        String said = String.join(BETWEEN, owner.realm(), owner.resolver(), owner.userId());
        jdbc.query("select pg_notify(?, ?)", row -> {}, CHANNEL, said);
        unitOfWork.root().afterCommit(committed -> memory.forget(owner));
    }

    /** The id of a user comes last, for it may be any text. */
    @Override
    public void hear(String said) {
        String[] parts = said.split(BETWEEN, PARTS);
        memory.forget(new TokenOwner(parts[1], parts[2], parts[0]));
    }
}
