package org.symbolon.events.radiusclient;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionMade;

/** A RADIUS client was defined. */
@EventName("RadiusClientCreated")
@Revision("1")
public record RadiusClientCreated(String name, int number, RadiusClientSettings settings)
        implements RadiusClientEvent, DefinitionMade<RadiusClientSettings> {}
