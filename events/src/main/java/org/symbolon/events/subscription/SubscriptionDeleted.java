package org.symbolon.events.subscription;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionDeleted;

/** A subscription was deleted. */
@EventName("SubscriptionDeleted")
@Revision("1")
public record SubscriptionDeleted(String application, int number) implements SubscriptionEvent, DefinitionDeleted {}
