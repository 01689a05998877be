package org.symbolon.command.definition;

import org.symbolon.events.definition.TypedEntries;

/** A definition with a type and free entries: a change writes some of them, and the others stay. */
public abstract class ConfiguredDefinition extends Definition<TypedEntries> {

    @Override
    protected final TypedEntries after(TypedEntries change) {
        return settings().and(change);
    }
}
