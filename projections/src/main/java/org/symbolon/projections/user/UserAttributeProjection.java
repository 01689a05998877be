package org.symbolon.projections.user;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.realm.RealmDeleted;
import org.symbolon.events.user.UserAttributeDeleted;
import org.symbolon.events.user.UserAttributeSet;
import org.symbolon.events.user.UserKey;

/** Keeps the table of custom user attributes. With a realm go those of its users. */
@ProcessingGroup("inline")
public class UserAttributeProjection {

    private final JdbcOperations jdbc;

    public UserAttributeProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for whoever is just deleting the realm, and writes nothing then. */
    @EventHandler
    void on(UserAttributeSet event) {
        UserKey user = event.user();
        jdbc.update(
                """
                insert into customuserattribute (id, user_id, resolver, "Key", "Value", "Type", realm_id)
                select ?, ?, ?, ?, ?, ?, id from realm where id = ? for key share
                on conflict (id) do update set "Value" = excluded."Value", "Type" = excluded."Type"
                """,
                event.number(),
                user.userId(),
                user.resolver(),
                event.key(),
                event.value(),
                event.type(),
                user.realmId());
    }

    @EventHandler
    void on(UserAttributeDeleted event) {
        jdbc.update("delete from customuserattribute where id = ?", event.number());
    }

    @EventHandler
    void on(RealmDeleted event) {
        jdbc.update("delete from customuserattribute where realm_id = ?", event.realmId());
    }
}
