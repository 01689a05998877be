package org.symbolon.events.subscription;

/** What can happen to the subscription of an application. */
public sealed interface SubscriptionEvent permits SubscriptionRegistered, SubscriptionRenewed, SubscriptionDeleted {

    String application();

    int number();
}
