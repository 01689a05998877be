package org.symbolon.events.subscription;

import org.axonframework.serialization.Revision;
import org.symbolon.events.EventName;
import org.symbolon.events.definition.DefinitionChanged;

/** A subscription was handed in anew. What its terms leave out stayed. */
@EventName("SubscriptionRenewed")
@Revision("1")
public record SubscriptionRenewed(String application, int number, SubscriptionTerms terms)
        implements SubscriptionEvent, DefinitionChanged<SubscriptionTerms> {

    @Override
    public SubscriptionTerms settings() {
        return terms;
    }
}
