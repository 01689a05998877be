package org.symbolon.command.eventhandler;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.events.eventhandler.EventHandlerDefined;
import org.symbolon.events.eventhandler.EventHandlerDeleted;
import org.symbolon.events.eventhandler.EventHandlerDisabled;
import org.symbolon.events.eventhandler.EventHandlerEnabled;
import org.symbolon.events.eventhandler.EventHandlerRedefined;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.ConfigEntry;

/**
 * The definition of what is to happen on an event. Its number is its identity, for names may be given twice; a number is
 * never given again.
 */
@Revision("1")
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public class EventHandler {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private int handlerId;
    private boolean active;
    private boolean present;
    private Map<String, ConfigEntry> options = new HashMap<>();

    /** What the option of this key is sealed for, of the handler of this number. */
    public static Binding optionBinding(int handlerId, String key) {
        return new Binding(idOf(handlerId), SecretPurpose.ENTRY, key);
    }

    /** The identifier under which the events of an event handler are stored. */
    public static String idOf(int handlerId) {
        return "eventhandler/" + handlerId;
    }

    void define(int number, HandlerDefinition definition, Map<String, ConfigEntry> newOptions) {
        apply(new EventHandlerDefined(number, definition, newOptions));
    }

    void redefine(HandlerDefinition definition, Map<String, ConfigEntry> newOptions) {
        apply(new EventHandlerRedefined(handlerId, definition, newOptions));
    }

    void enable() {
        if (!active) {
            apply(new EventHandlerEnabled(handlerId));
        }
    }

    void disable() {
        if (active) {
            apply(new EventHandlerDisabled(handlerId));
        }
    }

    void delete() {
        apply(new EventHandlerDeleted(handlerId));
    }

    boolean present() {
        return present;
    }

    Map<String, ConfigEntry> options() {
        return options;
    }

    @EventSourcingHandler
    void on(EventHandlerDefined event) {
        id = idOf(event.handlerId());
        handlerId = event.handlerId();
        active = event.definition().active();
        present = true;
        options = new HashMap<>(event.options());
    }

    @EventSourcingHandler
    void on(EventHandlerRedefined event) {
        active = event.definition().active();
        options = new HashMap<>(event.options());
    }

    @EventSourcingHandler
    void on(EventHandlerEnabled event) {
        active = true;
    }

    @EventSourcingHandler
    void on(EventHandlerDisabled event) {
        active = false;
    }

    @EventSourcingHandler
    void on(EventHandlerDeleted event) {
        present = false;
        active = false;
        options = new HashMap<>();
    }
}
