package org.symbolon.command.remoteserver;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.function.IntSupplier;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.remoteserver.RemoteServerCreated;
import org.symbolon.events.remoteserver.RemoteServerDeleted;
import org.symbolon.events.remoteserver.RemoteServerReconfigured;
import org.symbolon.events.remoteserver.RemoteSettings;

/** The definition of a remote server. The identifier can be given again after a deletion. */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class RemoteServer {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String identifier;
    private int number;
    private RemoteSettings settings;

    /** The identifier under which the events of a remote server are stored. */
    public static String idOf(String identifier) {
        return "remoteserver/" + identifier;
    }

    /** Gives a new one a number, and leaves the number of one that exists. */
    void define(String newIdentifier, IntSupplier nextNumber, RemoteSettings newSettings) {
        if (present()) {
            apply(new RemoteServerReconfigured(identifier, number, newSettings));
            return;
        }
        apply(new RemoteServerCreated(newIdentifier, nextNumber.getAsInt(), newSettings));
    }

    void delete() {
        apply(new RemoteServerDeleted(identifier, number));
    }

    boolean present() {
        return settings != null;
    }

    /** The present settings, null if it is not there. */
    RemoteSettings settings() {
        return settings;
    }

    @EventSourcingHandler
    void on(RemoteServerCreated event) {
        id = idOf(event.identifier());
        identifier = event.identifier();
        number = event.number();
        settings = event.settings();
    }

    @EventSourcingHandler
    void on(RemoteServerReconfigured event) {
        settings = event.settings();
    }

    @EventSourcingHandler
    void on(RemoteServerDeleted event) {
        settings = null;
    }
}
