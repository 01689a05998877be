package org.symbolon.events.radiusclient;

import org.symbolon.events.definition.DefinitionEvent;

/** What can happen to the definition of a RADIUS client. */
public sealed interface RadiusClientEvent extends DefinitionEvent
        permits RadiusClientCreated, RadiusClientReconfigured, RadiusClientDeleted {}
