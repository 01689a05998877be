package org.symbolon.events.serviceid;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionDeleted;

/** A service id was deleted. */
@EventName("ServiceidDeleted")
@Revision("1")
public record ServiceidDeleted(String name, int number) implements ServiceidEvent, DefinitionDeleted {}
