package org.symbolon.events.radiusserver;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionMade;

/** A RADIUS server was defined. */
@EventName("RadiusServerCreated")
@Revision("1")
public record RadiusServerCreated(String identifier, int number, RadiusSettings settings)
        implements RadiusServerEvent, DefinitionMade<RadiusSettings> {}
