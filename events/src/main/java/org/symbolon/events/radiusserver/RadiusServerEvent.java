package org.symbolon.events.radiusserver;

/** What can happen to the definition of a RADIUS server. */
public sealed interface RadiusServerEvent permits RadiusServerCreated, RadiusServerReconfigured, RadiusServerDeleted {

    String identifier();

    int number();
}
