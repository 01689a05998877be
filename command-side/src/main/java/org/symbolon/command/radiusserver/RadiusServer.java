package org.symbolon.command.radiusserver;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.function.IntSupplier;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.radiusserver.RadiusServerCreated;
import org.symbolon.events.radiusserver.RadiusServerDeleted;
import org.symbolon.events.radiusserver.RadiusServerReconfigured;
import org.symbolon.events.radiusserver.RadiusSettings;

/** The definition of a RADIUS server. The identifier can be given again after a deletion. */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class RadiusServer {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String identifier;
    private int number;
    private RadiusSettings settings;

    /** The identifier under which the events of a RADIUS server are stored. */
    public static String idOf(String identifier) {
        return "radiusserver/" + identifier;
    }

    /** Gives a new one a number, and leaves the number of one that exists. */
    void define(String newIdentifier, IntSupplier nextNumber, RadiusSettings newSettings) {
        if (present()) {
            apply(new RadiusServerReconfigured(identifier, number, newSettings));
            return;
        }
        apply(new RadiusServerCreated(newIdentifier, nextNumber.getAsInt(), newSettings));
    }

    void delete() {
        apply(new RadiusServerDeleted(identifier, number));
    }

    boolean present() {
        return settings != null;
    }

    /** The present settings, null if it is not there. */
    RadiusSettings settings() {
        return settings;
    }

    @EventSourcingHandler
    void on(RadiusServerCreated event) {
        id = idOf(event.identifier());
        identifier = event.identifier();
        number = event.number();
        settings = event.settings();
    }

    @EventSourcingHandler
    void on(RadiusServerReconfigured event) {
        settings = event.settings();
    }

    @EventSourcingHandler
    void on(RadiusServerDeleted event) {
        settings = null;
    }
}
