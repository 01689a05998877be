package org.symbolon.events.resolver;

import org.symbolon.events.definition.DefinitionEvent;

/** What can happen to a resolver. */
public sealed interface ResolverEvent extends DefinitionEvent
        permits ResolverCreated, ResolverReconfigured, ResolverDeleted {

    int resolverId();

    @Override
    default int number() {
        return resolverId();
    }
}
