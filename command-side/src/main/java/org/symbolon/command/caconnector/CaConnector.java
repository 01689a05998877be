package org.symbolon.command.caconnector;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.caconnector.CaConnectorCreated;
import org.symbolon.events.caconnector.CaConnectorDeleted;
import org.symbolon.events.caconnector.CaConnectorReconfigured;
import org.symbolon.events.shared.ConfigEntry;

/** A configured way to a certificate authority. The name can be given again after a deletion. */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class CaConnector {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String name;
    private int number;
    private String type;
    private boolean present;
    private Map<String, ConfigEntry> entries = new HashMap<>();

    /** The identifier under which the events of a CA connector are stored. */
    public static String idOf(String name) {
        return "caconnector/" + name;
    }

    void create(String newName, int newNumber, String newType, Map<String, ConfigEntry> newEntries) {
        apply(new CaConnectorCreated(newName, newNumber, newType, newEntries));
    }

    void reconfigure(Map<String, ConfigEntry> newEntries) {
        apply(new CaConnectorReconfigured(name, number, newEntries));
    }

    void delete() {
        apply(new CaConnectorDeleted(name, number));
    }

    int number() {
        return number;
    }

    String type() {
        return type;
    }

    boolean present() {
        return present;
    }

    Map<String, ConfigEntry> entries() {
        return entries;
    }

    @EventSourcingHandler
    void on(CaConnectorCreated event) {
        id = idOf(event.name());
        name = event.name();
        number = event.number();
        type = event.type();
        present = true;
        entries = new HashMap<>(event.entries());
    }

    @EventSourcingHandler
    void on(CaConnectorReconfigured event) {
        entries.putAll(event.entries());
    }

    @EventSourcingHandler
    void on(CaConnectorDeleted event) {
        present = false;
        entries = new HashMap<>();
    }
}
