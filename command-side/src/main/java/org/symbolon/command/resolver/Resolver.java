package org.symbolon.command.resolver;

import org.axonframework.serialization.Revision;
import org.symbolon.command.definition.ConfiguredDefinition;
import org.symbolon.command.definition.DefinitionKind;
import org.symbolon.events.definition.TypedEntries;
import org.symbolon.events.resolver.ResolverCreated;
import org.symbolon.events.resolver.ResolverDeleted;
import org.symbolon.events.resolver.ResolverReconfigured;

/** A configured user store. */
@Revision("2")
public class Resolver extends ConfiguredDefinition {

    public static final DefinitionKind<Resolver, TypedEntries> KIND = new DefinitionKind<>(
            "resolver",
            "Resolver",
            Resolver.class,
            Resolver::new,
            (name, number, settings) -> new ResolverCreated(name, number, settings.type(), settings.entries()),
            (name, number, settings) -> new ResolverReconfigured(name, number, settings.entries()),
            ResolverDeleted::new);

    @Override
    protected DefinitionKind<Resolver, TypedEntries> kind() {
        return KIND;
    }
}
