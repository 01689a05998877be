package org.symbolon.projections.subscription;

import static org.symbolon.projections.definition.DefinitionColumn.column;

import org.symbolon.events.subscription.SubscriptionEvent;
import org.symbolon.events.subscription.SubscriptionTerms;
import org.symbolon.projections.definition.DefinitionTable;

/** The table of subscriptions. */
public final class SubscriptionTable {

    public static final DefinitionTable<SubscriptionTerms> TABLE = DefinitionTable.of(
                    SubscriptionEvent.class,
                    SubscriptionTerms.class,
                    "subscription",
                    "application",
                    column("for_name", terms -> terms.holder().name()),
                    column("for_address", terms -> terms.holder().address()),
                    column("for_email", terms -> terms.holder().email()),
                    column("for_phone", terms -> terms.holder().phone()),
                    column("for_url", terms -> terms.holder().url()),
                    column("for_comment", SubscriptionTerms::comment),
                    column("by_name", terms -> terms.issuer().name()),
                    column("by_address", terms -> terms.issuer().address()),
                    column("by_email", terms -> terms.issuer().email()),
                    column("by_phone", terms -> terms.issuer().phone()),
                    column("by_url", terms -> terms.issuer().url()),
                    column("date_from", SubscriptionTerms::from),
                    column("date_till", SubscriptionTerms::till),
                    column("num_users", SubscriptionTerms::users),
                    column("num_tokens", SubscriptionTerms::tokens),
                    column("num_clients", SubscriptionTerms::clients),
                    column("level", SubscriptionTerms::level),
                    column("signature", SubscriptionTerms::signature))
            .keepingTheRest();

    private SubscriptionTable() {}
}
