package org.symbolon.command.token;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.token.UniqueValueTaken;

/**
 * Something that no two tokens may have, and which of them has it. Whoever takes it appends to this aggregate in the transaction
 * that enrols the token; of two that do so at once, on whatever nodes, the event store refuses the second, which is decided on again
 * and then finds it taken.
 */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class UniqueValue {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String serial;
    private int tokenId;

    /** The identifier under which the events of it are stored. */
    public static String idOf(String kind, String hash) {
        return "unique/" + kind + "/" + hash;
    }

    /** The token that took it last; null if none did. */
    String serial() {
        return serial;
    }

    int tokenId() {
        return tokenId;
    }

    boolean isOf(Token token) {
        return token.serial().equals(serial) && token.tokenId() == tokenId;
    }

    void take(String kind, String hash, Token token) {
        apply(new UniqueValueTaken(kind, hash, token.serial(), token.tokenId()));
    }

    @EventSourcingHandler
    void on(UniqueValueTaken event) {
        id = idOf(event.kind(), event.hash());
        serial = event.serial();
        tokenId = event.tokenId();
    }
}
