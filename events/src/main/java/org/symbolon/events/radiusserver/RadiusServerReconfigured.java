package org.symbolon.events.radiusserver;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionChanged;

/** A RADIUS server has these settings from now on. */
@EventName("RadiusServerReconfigured")
@Revision("1")
public record RadiusServerReconfigured(String identifier, int number, RadiusSettings settings)
        implements RadiusServerEvent, DefinitionChanged<RadiusSettings> {}
