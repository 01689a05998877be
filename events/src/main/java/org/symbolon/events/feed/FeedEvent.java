package org.symbolon.events.feed;

import org.symbolon.events.definition.DefinitionEvent;

/** What can happen to a feed. */
public sealed interface FeedEvent extends DefinitionEvent permits FeedCreated, FeedReconfigured, FeedDeleted {}
