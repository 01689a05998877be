package org.symbolon.events.radiusclient;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionChanged;

/** A RADIUS client has these settings from now on. */
@EventName("RadiusClientReconfigured")
@Revision("1")
public record RadiusClientReconfigured(String name, int number, RadiusClientSettings settings)
        implements RadiusClientEvent, DefinitionChanged<RadiusClientSettings> {}
