package org.symbolon.command.definition;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.util.function.IntSupplier;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.symbolon.events.definition.DefinitionChanged;
import org.symbolon.events.definition.DefinitionDeleted;
import org.symbolon.events.definition.DefinitionMade;

/**
 * A named thing with settings that administrators make, change and delete. The name can be given again after a deletion; it
 * is then another definition with another number.
 *
 * @param <S> its settings
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        setterVisibility = Visibility.NONE)
public abstract class Definition<S> {

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String id;

    private String name;
    private int number;
    private S settings;

    protected abstract DefinitionKind<? extends Definition<S>, S> kind();

    /** What holds after a change: what it says and nothing else, unless a kind keeps what a change leaves out. */
    protected S after(S change) {
        return change;
    }

    /** Gives a new one a number, and leaves the number of one that exists. */
    final void define(String newName, IntSupplier nextNumber, S newSettings) {
        apply(
                present()
                        ? kind().changed().fact(name, number, newSettings)
                        : kind().made().fact(newName, nextNumber.getAsInt(), newSettings));
    }

    final void delete() {
        apply(kind().deleted().fact(name, number));
    }

    public final String name() {
        return name;
    }

    public final int number() {
        return number;
    }

    public final boolean present() {
        return settings != null;
    }

    /** The present settings, null if it is not there. */
    public final S settings() {
        return settings;
    }

    protected final void settle(S newSettings) {
        settings = newSettings;
    }

    @EventSourcingHandler
    void on(DefinitionMade<S> event) {
        id = kind().idOf(event.name());
        name = event.name();
        number = event.number();
        settings = event.settings();
    }

    @EventSourcingHandler
    void on(DefinitionChanged<S> event) {
        settings = after(event.settings());
    }

    @EventSourcingHandler
    void on(DefinitionDeleted event) {
        settings = null;
    }
}
