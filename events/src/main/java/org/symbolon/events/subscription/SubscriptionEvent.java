package org.symbolon.events.subscription;

import org.symbolon.events.definition.DefinitionEvent;

/** What can happen to the subscription of an application. */
public sealed interface SubscriptionEvent extends DefinitionEvent
        permits SubscriptionRegistered, SubscriptionRenewed, SubscriptionDeleted {

    String application();

    @Override
    default String name() {
        return application();
    }
}
