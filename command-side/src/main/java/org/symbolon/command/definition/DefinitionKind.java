package org.symbolon.command.definition;

import java.util.function.Supplier;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretPurpose;
import org.symbolon.events.definition.DefinitionChanged;
import org.symbolon.events.definition.DefinitionDeleted;
import org.symbolon.events.definition.DefinitionMade;

/**
 * What tells one kind of definition from the others when it is stored: the prefix of its identifiers, and its three events.
 *
 * @param <D> its aggregate
 * @param <S> its settings
 * @param prefix what stands before the name in its identifier
 * @param title what refusals call such a definition
 */
public record DefinitionKind<D extends Definition<S>, S>(
        String prefix,
        String title,
        Class<D> aggregate,
        Supplier<D> blank,
        Settled<DefinitionMade<S>, S> made,
        Settled<DefinitionChanged<S>, S> changed,
        Gone deleted) {

    /** The fact that a definition has settings. */
    @FunctionalInterface
    public interface Settled<E, S> {

        E fact(String name, int number, S settings);
    }

    /** The fact that a definition is gone. */
    @FunctionalInterface
    public interface Gone {

        DefinitionDeleted fact(String name, int number);
    }

    /** The identifier under which the events of the definition of this name are stored. */
    public String idOf(String name) {
        return prefix + "/" + name;
    }

    /** What the entry of this key is sealed for, of the definition of this name. */
    public Binding entryBinding(String name, String key) {
        return new Binding(idOf(name), SecretPurpose.ENTRY, key);
    }

    /** What its one password is sealed for, of the definition of this name. */
    public Binding passwordBinding(String name) {
        return Binding.of(idOf(name), SecretPurpose.PASSWORD);
    }
}
