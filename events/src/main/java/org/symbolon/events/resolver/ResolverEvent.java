package org.symbolon.events.resolver;

/** What can happen to a resolver. */
public sealed interface ResolverEvent permits ResolverCreated, ResolverReconfigured, ResolverDeleted {

    String name();

    int resolverId();
}
