package org.symbolon.command.machineresolver;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.machineresolver.MachineResolverCreated;
import org.symbolon.events.machineresolver.MachineResolverDeleted;
import org.symbolon.events.machineresolver.MachineResolverReconfigured;
import org.symbolon.events.shared.ConfigEntry;

/** A configured place where machines are known. The name can be given again after a deletion. */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class MachineResolver {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String name;
    private int number;
    private String type;
    private boolean present;
    private Map<String, ConfigEntry> entries = new HashMap<>();

    /** The identifier under which the events of a machine resolver are stored. */
    public static String idOf(String name) {
        return "machineresolver/" + name;
    }

    void create(String newName, int newNumber, String newType, Map<String, ConfigEntry> newEntries) {
        apply(new MachineResolverCreated(newName, newNumber, newType, newEntries));
    }

    void reconfigure(Map<String, ConfigEntry> newEntries) {
        apply(new MachineResolverReconfigured(name, number, newEntries));
    }

    void delete() {
        apply(new MachineResolverDeleted(name, number));
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
    void on(MachineResolverCreated event) {
        id = idOf(event.name());
        name = event.name();
        number = event.number();
        type = event.type();
        present = true;
        entries = new HashMap<>(event.entries());
    }

    @EventSourcingHandler
    void on(MachineResolverReconfigured event) {
        entries.putAll(event.entries());
    }

    @EventSourcingHandler
    void on(MachineResolverDeleted event) {
        present = false;
        entries = new HashMap<>();
    }
}
