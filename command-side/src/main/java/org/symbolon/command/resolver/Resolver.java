package org.symbolon.command.resolver;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.events.resolver.ResolverCreated;
import org.symbolon.events.resolver.ResolverDeleted;
import org.symbolon.events.resolver.ResolverReconfigured;
import org.symbolon.events.shared.ConfigEntry;

/** A configured user store. The name can be given again after a deletion; it is then another resolver. */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class Resolver {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String name;
    private int resolverId;
    private String type;
    private boolean present;
    private Map<String, ConfigEntry> entries = new HashMap<>();

    /** The identifier under which the events of a resolver are stored. */
    public static String idOf(String name) {
        return "resolver/" + name;
    }

    void create(String newName, int newId, String newType, Map<String, ConfigEntry> newEntries) {
        apply(new ResolverCreated(newName, newId, newType, newEntries));
    }

    void reconfigure(Map<String, ConfigEntry> newEntries) {
        apply(new ResolverReconfigured(name, resolverId, newEntries));
    }

    void delete() {
        apply(new ResolverDeleted(name, resolverId));
    }

    int resolverId() {
        return resolverId;
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
    void on(ResolverCreated event) {
        id = idOf(event.name());
        name = event.name();
        resolverId = event.resolverId();
        type = event.type();
        present = true;
        entries = new HashMap<>(event.entries());
    }

    @EventSourcingHandler
    void on(ResolverReconfigured event) {
        entries.putAll(event.entries());
    }

    @EventSourcingHandler
    void on(ResolverDeleted event) {
        present = false;
        entries = new HashMap<>();
    }
}
