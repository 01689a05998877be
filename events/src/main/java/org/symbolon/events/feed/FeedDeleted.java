package org.symbolon.events.feed;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionDeleted;

/** A feed was deleted. */
@EventName("FeedDeleted")
@Revision("1")
public record FeedDeleted(String name, int number) implements FeedEvent, DefinitionDeleted {}
