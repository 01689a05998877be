package org.symbolon.projections.token;

import java.util.Set;
import java.util.TreeSet;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.realm.RealmDeleted;
import org.symbolon.events.token.EnrolmentVerified;
import org.symbolon.events.token.TokenAssigned;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenDisabled;
import org.symbolon.events.token.TokenEnabled;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.events.token.TokenEvent;
import org.symbolon.events.token.TokenRealmsChanged;
import org.symbolon.events.token.TokenReenrolled;
import org.symbolon.events.token.TokenRevoked;
import org.symbolon.events.token.TokenUnassigned;
import org.symbolon.projections.shared.UnitOfWorkBatch;

/**
 * Keeps count of the tokens that are alike in type, state, realms and resolver, so that a list of a million can say how long
 * it is without counting. It looks at what {@link TokenProjection} has written of the tokens that a batch is about; log-ins
 * are none of its business. Two enrolments at once do not wait for each other here, as they would for a count that each wrote.
 */
@ProcessingGroup("trailing")
public class TokenCountProjection {

    private final JdbcOperations jdbc;

    public TokenCountProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(TokenEnrolled event) {
        recount(event);
    }

    @EventHandler
    void on(TokenReenrolled event) {
        recount(event);
    }

    @EventHandler
    void on(EnrolmentVerified event) {
        recount(event);
    }

    @EventHandler
    void on(TokenAssigned event) {
        recount(event);
    }

    @EventHandler
    void on(TokenUnassigned event) {
        recount(event);
    }

    @EventHandler
    void on(TokenEnabled event) {
        recount(event);
    }

    @EventHandler
    void on(TokenDisabled event) {
        recount(event);
    }

    @EventHandler
    void on(TokenRevoked event) {
        recount(event);
    }

    @EventHandler
    void on(TokenDeleted event) {
        recount(event);
    }

    @EventHandler
    void on(TokenRealmsChanged event) {
        recount(event);
    }

    @EventHandler
    void on(RealmDeleted event) {
        batch().addAll(jdbc.queryForList(
                "select token_id from token_counted where realms @> array[cast(? as integer)]",
                Integer.class,
                event.realmId()));
    }

    private void recount(TokenEvent event) {
        batch().add(event.tokenId());
    }

    private Set<Integer> batch() {
        return UnitOfWorkBatch.<Set<Integer>>current(TokenCountProjection.class.getName(), TreeSet::new, this::write);
    }

    private void write(Set<Integer> tokens) {
        Object ids = tokens.toArray(Integer[]::new);
        jdbc.update(
                """
                with gone as (
                    delete from token_counted where token_id = any(cast(? as integer[])) returning *),
                less as (
                    select tokentype, rollout_state, active, owned, resolver, realms, count(*) as total
                    from gone group by tokentype, rollout_state, active, owned, resolver, realms)
                update token_count set total = token_count.total - less.total from less
                where token_count.tokentype = less.tokentype and token_count.rollout_state = less.rollout_state
                    and token_count.active = less.active and token_count.owned = less.owned
                    and token_count.resolver = less.resolver and token_count.realms = less.realms
                """,
                ids);
        jdbc.update(
                """
                with come as (
                    insert into token_counted (token_id, tokentype, rollout_state, active, owned, resolver, realms)
                    select token.id, coalesce(token.tokentype, ''), coalesce(token.rollout_state, ''), token.active,
                        tokenowner.id is not null, coalesce(tokenowner.resolver, ''),
                        array(select tokenrealm.realm_id from tokenrealm where tokenrealm.token_id = token.id
                            order by tokenrealm.realm_id)
                    from token left join tokenowner on tokenowner.token_id = token.id
                    where token.id = any(cast(? as integer[]))
                    returning *)
                insert into token_count (tokentype, rollout_state, active, owned, resolver, realms, total)
                select tokentype, rollout_state, active, owned, resolver, realms, count(*)
                from come group by tokentype, rollout_state, active, owned, resolver, realms
                on conflict (tokentype, rollout_state, active, owned, resolver, realms)
                do update set total = token_count.total + excluded.total
                """,
                ids);
        jdbc.update("delete from token_count where total <= 0");
    }
}
