package org.symbolon.events.radiusserver;

import org.symbolon.events.definition.DefinitionEvent;

/** What can happen to the definition of a RADIUS server. */
public sealed interface RadiusServerEvent extends DefinitionEvent
        permits RadiusServerCreated, RadiusServerReconfigured, RadiusServerDeleted {

    String identifier();

    @Override
    default String name() {
        return identifier();
    }
}
