package org.symbolon.command.subscription;

import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.definition.Definitions;
import org.symbolon.events.subscription.SubscriptionTerms;

/** What administrators do to subscriptions. */
public class SubscriptionCommands {

    private final Definitions<Subscription, SubscriptionTerms> subscriptions;

    public SubscriptionCommands(Definitions<Subscription, SubscriptionTerms> subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** The number of the subscription. */
    @CommandHandler
    public int handle(SaveSubscription command) throws Exception {
        SubscriptionTerms terms = command.terms();
        SubscriptionRules.check(command.application(), terms);
        return subscriptions.save(command.application(), before -> {
            if (before == null) {
                SubscriptionRules.requireAll(terms);
            }
            return terms;
        });
    }

    /** How many were deleted: one, or none. */
    @CommandHandler
    public int handle(DeleteSubscription command) {
        return subscriptions
                .deleteIfPresent(command.application(), terms -> {})
                .map(number -> 1)
                .orElse(0);
    }
}
