package org.symbolon.projections.tokengroup;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.token.TokenDeleted;
import org.symbolon.events.token.TokenGroupsReplaced;
import org.symbolon.events.token.TokenJoinedGroup;
import org.symbolon.events.token.TokenLeftGroup;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;

/** Keeps the table of the tokens in token groups. */
@ProcessingGroup("inline")
public class TokengroupMemberProjection {

    private final JdbcOperations jdbc;

    public TokengroupMemberProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(TokenJoinedGroup event, @Position long position) {
        join(event.tokenId(), List.of(event.group()), position);
    }

    @EventHandler
    void on(TokenLeftGroup event) {
        jdbc.update(
                """
                delete from tokentokengroup
                where token_id = ? and tokengroup_id = (select id from tokengroup where name = ?)
                """,
                event.tokenId(),
                event.group());
    }

    @EventHandler
    void on(TokenGroupsReplaced event, @Position long position) {
        leaveAll(event.tokenId());
        join(event.tokenId(), event.groups(), position);
    }

    @EventHandler
    void on(TokenDeleted event) {
        leaveAll(event.tokenId());
    }

    private void leaveAll(int tokenId) {
        jdbc.update("delete from tokentokengroup where token_id = ?", tokenId);
    }

    private void join(int tokenId, List<String> groups, long position) {
        jdbc.update(
                """
                insert into tokentokengroup (id, token_id, tokengroup_id)
                select ? + joined.place - 1, ?, tokengroup.id
                from unnest(cast(? as text[])) with ordinality as joined (name, place)
                join tokengroup on tokengroup.name = joined.name
                order by joined.place
                for key share of tokengroup
                on conflict (token_id, tokengroup_id) do nothing
                """,
                RowId.of(position, 0),
                tokenId,
                groups.toArray(String[]::new));
    }
}
