package org.symbolon.events.tokengroup;

import org.symbolon.events.definition.DefinitionEvent;

/** What can happen to a token group. */
public sealed interface TokengroupEvent extends DefinitionEvent
        permits TokengroupCreated, TokengroupDescribed, TokengroupDeleted {}
