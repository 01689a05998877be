package org.symbolon.command.tokengroup;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.tokengroup.TokengroupCreated;
import org.symbolon.events.tokengroup.TokengroupDeleted;
import org.symbolon.events.tokengroup.TokengroupDescribed;

/** A group that administrators put tokens into. The name can be given again after a deletion. */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class Tokengroup {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String name;
    private int number;
    private boolean present;

    /** The identifier under which the events of a token group are stored. */
    public static String idOf(String name) {
        return "tokengroup/" + name;
    }

    void create(String newName, int newNumber, String description) {
        apply(new TokengroupCreated(newName, newNumber, description));
    }

    void describe(String description) {
        apply(new TokengroupDescribed(name, number, description));
    }

    void delete() {
        apply(new TokengroupDeleted(name, number));
    }

    int number() {
        return number;
    }

    boolean present() {
        return present;
    }

    @EventSourcingHandler
    void on(TokengroupCreated event) {
        id = idOf(event.name());
        name = event.name();
        number = event.number();
        present = true;
    }

    @EventSourcingHandler
    void on(TokengroupDeleted event) {
        present = false;
    }
}
