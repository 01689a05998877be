package org.symbolon.command.subscription;

import java.util.Optional;
import java.util.function.IntSupplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.shared.Existing;
import org.symbolon.events.subscription.SubscriptionTerms;

/** What administrators do to subscriptions. */
public class SubscriptionCommands {

    private final Repository<Subscription> subscriptions;
    private final Existing<Subscription> existing;
    private final IntSupplier nextNumber;

    public SubscriptionCommands(Repository<Subscription> subscriptions, IntSupplier nextNumber) {
        this.subscriptions = subscriptions;
        this.existing = new Existing<>(subscriptions, Subscription::present, "Subscription");
        this.nextNumber = nextNumber;
    }

    /** The number of the subscription. */
    @CommandHandler
    public int handle(SaveSubscription command) throws Exception {
        SubscriptionTerms terms = command.terms();
        SubscriptionRules.check(command.application(), terms);
        Aggregate<Subscription> subscription =
                subscriptions.loadOrCreate(Subscription.idOf(command.application()), Subscription::new);
        if (subscription.invoke(Subscription::present)) {
            subscription.execute(found -> found.renew(terms));
        } else {
            SubscriptionRules.requireAll(terms);
            int number = nextNumber.getAsInt();
            subscription.execute(found -> found.register(command.application(), number, terms));
        }
        return subscription.invoke(Subscription::number);
    }

    /** How many were deleted: one, or none. */
    @CommandHandler
    public int handle(DeleteSubscription command) {
        Optional<Aggregate<Subscription>> found = existing.find(Subscription.idOf(command.application()));
        found.ifPresent(subscription -> subscription.execute(Subscription::delete));
        return found.isPresent() ? 1 : 0;
    }
}
