package org.symbolon.projections.realm;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.realm.RealmCreated;
import org.symbolon.events.realm.RealmDeleted;
import org.symbolon.events.realm.RealmMember;
import org.symbolon.events.realm.RealmResolversReplaced;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;

/** Keeps the tables of realms and of the resolvers in them. */
@ProcessingGroup("inline")
public class RealmProjection {

    private final JdbcOperations jdbc;

    public RealmProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(RealmCreated event, @Position long position) {
        jdbc.update("insert into realm (id, name) values (?, ?)", event.realmId(), event.name());
        write(event.realmId(), event.resolvers(), position);
    }

    @EventHandler
    void on(RealmResolversReplaced event, @Position long position) {
        jdbc.update("delete from resolverrealm where realm_id = ?", event.realmId());
        write(event.realmId(), event.resolvers(), position);
    }

    /** The realm's own row goes first: that waits for whoever is just putting a token into it. */
    @EventHandler
    void on(RealmDeleted event) {
        jdbc.update("delete from realm where id = ?", event.realmId());
        jdbc.update("delete from resolverrealm where realm_id = ?", event.realmId());
        jdbc.update("delete from tokenrealm where realm_id = ?", event.realmId());
        jdbc.update("update tokenowner set realm_id = null where realm_id = ?", event.realmId());
    }

    private void write(int realmId, List<RealmMember> members, long position) {
        List<Object[]> rows = new ArrayList<>();
        for (RealmMember member : members) {
            rows.add(new Object[] {RowId.of(position, rows.size()), realmId, member.priority(), member.resolver()});
        }
        jdbc.batchUpdate(
                """
                insert into resolverrealm (id, realm_id, priority, resolver_id)
                select ?, ?, cast(? as integer), id from resolver where name = ? for key share
                on conflict (resolver_id, realm_id) do nothing
                """,
                rows);
    }
}
