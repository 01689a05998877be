package org.symbolon.events.serviceid;

import org.symbolon.events.definition.DefinitionEvent;

/** What can happen to a service id. */
public sealed interface ServiceidEvent extends DefinitionEvent
        permits ServiceidCreated, ServiceidDescribed, ServiceidDeleted {}
