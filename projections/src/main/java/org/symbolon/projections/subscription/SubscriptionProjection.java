package org.symbolon.projections.subscription;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.subscription.SubscriptionDeleted;
import org.symbolon.events.subscription.SubscriptionParty;
import org.symbolon.events.subscription.SubscriptionRegistered;
import org.symbolon.events.subscription.SubscriptionRenewed;
import org.symbolon.events.subscription.SubscriptionTerms;

/** Keeps the table of subscriptions. */
@ProcessingGroup("inline")
public class SubscriptionProjection {

    private final JdbcOperations jdbc;

    public SubscriptionProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(SubscriptionRegistered event) {
        jdbc.update(
                """
                insert into subscription (for_name, for_address, for_email, for_phone, for_url, for_comment, by_name,
                    by_address, by_email, by_phone, by_url, date_from, date_till, num_users, num_tokens, num_clients,
                    level, signature, application, id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                columns(event.terms(), event.application(), event.number()));
    }

    @EventHandler
    void on(SubscriptionRenewed event) {
        jdbc.update(
                """
                update subscription set for_name = coalesce(?, for_name), for_address = coalesce(?, for_address),
                    for_email = coalesce(?, for_email), for_phone = coalesce(?, for_phone),
                    for_url = coalesce(?, for_url), for_comment = coalesce(?, for_comment),
                    by_name = coalesce(?, by_name), by_address = coalesce(?, by_address),
                    by_email = coalesce(?, by_email), by_phone = coalesce(?, by_phone), by_url = coalesce(?, by_url),
                    date_from = coalesce(?, date_from), date_till = coalesce(?, date_till),
                    num_users = coalesce(?, num_users), num_tokens = coalesce(?, num_tokens),
                    num_clients = coalesce(?, num_clients), level = coalesce(?, level),
                    signature = coalesce(?, signature)
                where application = ? and id = ?
                """,
                columns(event.terms(), event.application(), event.number()));
    }

    @EventHandler
    void on(SubscriptionDeleted event) {
        jdbc.update("delete from subscription where id = ?", event.number());
    }

    private static Object[] columns(SubscriptionTerms terms, String application, int number) {
        SubscriptionParty holder = terms.holder();
        SubscriptionParty issuer = terms.issuer();
        return new Object[] {
            holder.name(),
            holder.address(),
            holder.email(),
            holder.phone(),
            holder.url(),
            terms.comment(),
            issuer.name(),
            issuer.address(),
            issuer.email(),
            issuer.phone(),
            issuer.url(),
            terms.from(),
            terms.till(),
            terms.users(),
            terms.tokens(),
            terms.clients(),
            terms.level(),
            terms.signature(),
            application,
            number
        };
    }
}
