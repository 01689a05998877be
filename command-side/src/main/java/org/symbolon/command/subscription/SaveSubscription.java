package org.symbolon.command.subscription;

import org.symbolon.events.subscription.SubscriptionTerms;

/** Hand in the subscription of an application, or say more of the one that it has. */
public record SaveSubscription(String application, SubscriptionTerms terms) {}
