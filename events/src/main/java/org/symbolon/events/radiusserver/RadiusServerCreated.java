package org.symbolon.events.radiusserver;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;

/** A RADIUS server was defined. */
@EventName("RadiusServerCreated")
@Revision("1")
public record RadiusServerCreated(String identifier, int number, RadiusSettings settings)
        implements RadiusServerEvent {}
