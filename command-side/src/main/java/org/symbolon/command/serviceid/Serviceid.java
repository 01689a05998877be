package org.symbolon.command.serviceid;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.serviceid.ServiceidCreated;
import org.symbolon.events.serviceid.ServiceidDeleted;
import org.symbolon.events.serviceid.ServiceidDescribed;

/** A service that tokens can be bound to, known by its name. The name can be given again after a deletion. */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class Serviceid {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String name;
    private int number;
    private boolean present;

    /** The identifier under which the events of a service id are stored. */
    public static String idOf(String name) {
        return "serviceid/" + name;
    }

    void create(String newName, int newNumber, String description) {
        apply(new ServiceidCreated(newName, newNumber, description));
    }

    void describe(String description) {
        apply(new ServiceidDescribed(name, number, description));
    }

    void delete() {
        apply(new ServiceidDeleted(name, number));
    }

    int number() {
        return number;
    }

    boolean present() {
        return present;
    }

    @EventSourcingHandler
    void on(ServiceidCreated event) {
        id = idOf(event.name());
        name = event.name();
        number = event.number();
        present = true;
    }

    @EventSourcingHandler
    void on(ServiceidDeleted event) {
        present = false;
    }
}
