package org.symbolon.events.caconnector;

import org.symbolon.events.definition.DefinitionEvent;

/** What can happen to a CA connector. */
public sealed interface CaConnectorEvent extends DefinitionEvent
        permits CaConnectorCreated, CaConnectorReconfigured, CaConnectorDeleted {}
