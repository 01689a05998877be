package org.symbolon.projections.token;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenEnrolled;
import org.symbolon.projections.shared.RowId;

/** Writes any number of new tokens, with their owners, realms and info, in one statement. */
final class EnrolmentBatch {

    private static final String SQL =
            """
            with tokens as (
                insert into token (id, serial, tokentype, otplen, key_enc, key_iv, pin_hash, description, maxfail,
                    count_window, sync_window, rollout_state, active)
                select * from unnest(cast(? as integer[]), cast(? as text[]), cast(? as text[]), cast(? as integer[]),
                    cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as integer[]),
                    cast(? as integer[]), cast(? as integer[]), cast(? as text[]), cast(? as boolean[]))),
            owners as (
                insert into tokenowner (id, token_id, resolver, user_id, realm_id)
                select owner.token_id, owner.token_id, owner.resolver, owner.user_id,
                    (select id from realm where name = owner.realm for key share)
                from unnest(cast(? as integer[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                    as owner (token_id, resolver, user_id, realm)),
            realms as (
                insert into tokenrealm (id, token_id, realm_id)
                select joined.id, joined.token_id, realm.id
                from unnest(cast(? as bigint[]), cast(? as integer[]), cast(? as text[])) as joined (id, token_id, name)
                join realm on realm.name = joined.name
                order by joined.id
                for key share of realm
                on conflict (token_id, realm_id) do nothing)
            insert into tokeninfo (id, token_id, "Key", "Value", "Type")
            select * from unnest(cast(? as bigint[]), cast(? as integer[]), cast(? as text[]), cast(? as text[]),
                cast(? as text[]))
            """;

    private final List<TokenEnrolled> tokens = new ArrayList<>();
    private final List<Owner> owners = new ArrayList<>();
    private final List<Joined> realms = new ArrayList<>();
    private final List<InfoTable.Row> info = new ArrayList<>();

    void add(TokenEnrolled event, long position) {
        int tokenId = event.tokenId();
        tokens.add(event);
        if (event.owner() != null) {
            owners.add(new Owner(tokenId, event.owner()));
        }
        for (int place = 0; place < event.realms().size(); place++) {
            realms.add(new Joined(
                    RowId.of(position, 0) + place, tokenId, event.realms().get(place)));
        }
        for (InfoChange change :
                InfoChanges.enrolling(event.info(), event.state()).inline()) {
            info.add(new InfoTable.Row(
                    RowId.of(position, change.ordinal()), tokenId, change.key(), change.value(), change.type()));
        }
    }

    void write(JdbcOperations jdbc) {
        List<Object> columns = new ArrayList<>(tokenColumns());
        columns.add(column(owners, Owner::tokenId, Integer[]::new));
        columns.add(column(owners, owner -> owner.owner().resolver(), String[]::new));
        columns.add(column(owners, owner -> owner.owner().userId(), String[]::new));
        columns.add(column(owners, owner -> owner.owner().realm(), String[]::new));
        columns.add(column(realms, Joined::id, Long[]::new));
        columns.add(column(realms, Joined::tokenId, Integer[]::new));
        columns.add(column(realms, Joined::name, String[]::new));
        columns.addAll(InfoTable.columns(info));
        jdbc.update(SQL, columns.toArray());
    }

    private List<Object> tokenColumns() {
        return List.of(
                column(tokens, TokenEnrolled::tokenId, Integer[]::new),
                column(tokens, TokenEnrolled::serial, String[]::new),
                column(tokens, TokenEnrolled::type, String[]::new),
                column(tokens, TokenEnrolled::otpLength, Integer[]::new),
                column(tokens, token -> SealedColumns.box(token.seed()), String[]::new),
                column(tokens, token -> SealedColumns.key(token.seed()), String[]::new),
                column(tokens, token -> token.pin().text(), String[]::new),
                column(tokens, TokenEnrolled::description, String[]::new),
                column(tokens, TokenEnrolled::failLimit, Integer[]::new),
                column(tokens, TokenEnrolled::countWindow, Integer[]::new),
                column(tokens, TokenEnrolled::syncWindow, Integer[]::new),
                column(tokens, TokenEnrolled::rolloutState, String[]::new),
                column(tokens, TokenEnrolled::active, Boolean[]::new));
    }

    private static <T, C> Object column(Collection<T> rows, Function<T, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private record Owner(int tokenId, TokenOwner owner) {}

    private record Joined(long id, int tokenId, String name) {}
}
