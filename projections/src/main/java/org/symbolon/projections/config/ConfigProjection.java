package org.symbolon.projections.config;

import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.caconnector.CaConnectorEvent;
import org.symbolon.events.config.DefaultRealmChanged;
import org.symbolon.events.config.SettingDeleted;
import org.symbolon.events.config.SettingStored;
import org.symbolon.events.eventhandler.EventHandlerEvent;
import org.symbolon.events.policy.PolicyEvent;
import org.symbolon.events.realm.RealmEvent;
import org.symbolon.events.resolver.ResolverEvent;
import org.symbolon.events.serviceid.ServiceidCreated;
import org.symbolon.events.serviceid.ServiceidDeleted;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.tokengroup.TokengroupCreated;
import org.symbolon.events.tokengroup.TokengroupDeleted;
import org.symbolon.projections.shared.StoredEntry;

/** Keeps the table of system settings, the mark of the default realm, and the time of the last change of any of them. */
@ProcessingGroup("inline")
public class ConfigProjection {

    private final JdbcOperations jdbc;

    public ConfigProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(SettingStored event, @Timestamp Instant time) {
        ConfigEntry entry = event.entry();
        jdbc.update(
                """
                insert into config ("Key", "Value", "Type", "Description", data_key) values (?, ?, ?, ?, ?)
                on conflict ("Key") do update set "Value" = excluded."Value", "Type" = excluded."Type",
                    "Description" = excluded."Description", data_key = excluded.data_key
                """,
                event.key(),
                StoredEntry.value(entry),
                StoredEntry.type(entry),
                StoredEntry.description(entry),
                StoredEntry.dataKey(entry));
        changedAt(time);
    }

    @EventHandler
    void on(SettingDeleted event, @Timestamp Instant time) {
        jdbc.update("delete from config where \"Key\" = ?", event.key());
        changedAt(time);
    }

    @EventHandler
    void on(DefaultRealmChanged event, @Timestamp Instant time) {
        jdbc.update(
                """
                update realm set "default" = not "default" where "default" <> (name = coalesce(?, ''))
                """,
                event.realm());
        changedAt(time);
    }

    @EventHandler
    void on(RealmEvent event, @Timestamp Instant time) {
        changedAt(time);
    }

    @EventHandler
    void on(ResolverEvent event, @Timestamp Instant time) {
        changedAt(time);
    }

    @EventHandler
    void on(CaConnectorEvent event, @Timestamp Instant time) {
        changedAt(time);
    }

    @EventHandler
    void on(ServiceidCreated event, @Timestamp Instant time) {
        changedAt(time);
    }

    @EventHandler
    void on(ServiceidDeleted event, @Timestamp Instant time) {
        changedAt(time);
    }

    @EventHandler
    void on(TokengroupCreated event, @Timestamp Instant time) {
        changedAt(time);
    }

    @EventHandler
    void on(TokengroupDeleted event, @Timestamp Instant time) {
        changedAt(time);
    }

    @EventHandler
    void on(PolicyEvent event, @Timestamp Instant time) {
        changedAt(time);
    }

    @EventHandler
    void on(EventHandlerEvent event, @Timestamp Instant time) {
        changedAt(time);
    }

    /** The later time stays, so that the order in which two transactions end does not matter. */
    private void changedAt(Instant time) {
        jdbc.update(
                """
                insert into config ("Key", "Value", "Type", "Description")
                values ('__timestamp__', ?, '', 'config timestamp. last changed.')
                on conflict ("Key") do update
                set "Value" = greatest(cast(config."Value" as bigint), cast(excluded."Value" as bigint))
                """,
                Long.toString(time.getEpochSecond()));
    }
}
