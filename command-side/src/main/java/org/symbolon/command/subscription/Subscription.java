package org.symbolon.command.subscription;

import org.axonframework.serialization.Revision;
import org.symbolon.command.definition.Definition;
import org.symbolon.command.definition.DefinitionKind;
import org.symbolon.events.subscription.SubscriptionDeleted;
import org.symbolon.events.subscription.SubscriptionRegistered;
import org.symbolon.events.subscription.SubscriptionRenewed;
import org.symbolon.events.subscription.SubscriptionTerms;

/** What an application's makers were paid for. It is kept because clients ask for it; nothing depends on it. */
@Revision("2")
public class Subscription extends Definition<SubscriptionTerms> {

    public static final DefinitionKind<Subscription, SubscriptionTerms> KIND = new DefinitionKind<>(
            "subscription",
            "Subscription",
            Subscription.class,
            Subscription::new,
            SubscriptionRegistered::new,
            SubscriptionRenewed::new,
            SubscriptionDeleted::new);

    @Override
    protected DefinitionKind<Subscription, SubscriptionTerms> kind() {
        return KIND;
    }
}
