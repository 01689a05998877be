package org.symbolon.events.radiusclient;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionDeleted;

/** The definition of a RADIUS client was deleted. */
@EventName("RadiusClientDeleted")
@Revision("1")
public record RadiusClientDeleted(String name, int number) implements RadiusClientEvent, DefinitionDeleted {}
