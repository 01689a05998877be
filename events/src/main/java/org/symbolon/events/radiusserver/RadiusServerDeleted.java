package org.symbolon.events.radiusserver;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionDeleted;

/** The definition of a RADIUS server was deleted. */
@EventName("RadiusServerDeleted")
@Revision("1")
public record RadiusServerDeleted(String identifier, int number) implements RadiusServerEvent, DefinitionDeleted {}
