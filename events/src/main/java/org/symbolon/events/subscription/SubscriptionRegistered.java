package org.symbolon.events.subscription;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionMade;

/** A subscription of an application that had none was handed in. */
@EventName("SubscriptionRegistered")
@Revision("1")
public record SubscriptionRegistered(String application, int number, SubscriptionTerms terms)
        implements SubscriptionEvent, DefinitionMade<SubscriptionTerms> {

    @Override
    public SubscriptionTerms settings() {
        return terms;
    }
}
