package org.symbolon.projections.token;

import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.shared.RowId;

/** Writes and removes the rows of one token in the table tokenrealm. */
final class RealmTable {

    private final JdbcOperations jdbc;

    RealmTable(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    void leave(int tokenId) {
        jdbc.update("delete from tokenrealm where token_id = ?", tokenId);
    }

    /** Realms that are not there are passed over. */
    void join(int tokenId, List<String> realms, long position) {
        if (realms.isEmpty()) {
            return;
        }
        jdbc.update(
                """
                insert into tokenrealm (id, token_id, realm_id)
                select ? + joined.place - 1, ?, realm.id
                from unnest(cast(? as text[])) with ordinality as joined (name, place)
                join realm on realm.name = joined.name
                order by joined.place
                for key share of realm
                on conflict (token_id, realm_id) do nothing
                """,
                RowId.of(position, 0),
                tokenId,
                realms.toArray(String[]::new));
    }
}
