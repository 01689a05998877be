package org.symbolon.events.resolver;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionDeleted;

/** A resolver was deleted. */
@EventName("ResolverDeleted")
@Revision("1")
public record ResolverDeleted(String name, int resolverId) implements ResolverEvent, DefinitionDeleted {}
