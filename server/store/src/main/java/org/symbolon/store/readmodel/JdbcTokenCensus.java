package org.symbolon.store.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedSet;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.token.port.TokenCensus;
import org.symbolon.events.token.CountedTokens;

/**
 * Counts tokens in tables that every command writes in its own transaction. A place is reserved by an advisory lock, which
 * ends with the transaction.
 */
@Component
public class JdbcTokenCensus implements TokenCensus {

    private static final String OF_OWNER =
            """
            select count(*), coalesce(bool_or(token.serial = ?), false)
            from realm
            join tokenowner on tokenowner.realm_id = realm.id
            join token on token.id = tokenowner.token_id
            where tokenowner.user_id = ? and tokenowner.resolver = ? and realm.name = ?
                and (cast(? as text) is null or token.tokentype = ?) and (token.active or not ?)
            """;
    private static final String IN_REALM =
            """
            select count(*), coalesce(bool_or(token.serial = ?), false)
            from realm
            join tokenrealm on tokenrealm.realm_id = realm.id
            join token on token.id = tokenrealm.token_id
            where realm.name = ?
            """;

    private final JdbcOperations jdbc;

    public JdbcTokenCensus(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void reserve(SortedSet<String> places) {
        places.forEach(place ->
                jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", row -> {}, "tokens of " + place));
    }

    @Override
    public Count count(CountedTokens tokens) {
        if (tokens.owner() == null) {
            return jdbc.queryForObject(IN_REALM, JdbcTokenCensus::row, tokens.serial(), tokens.realm());
        }
        return jdbc.queryForObject(
                OF_OWNER,
                JdbcTokenCensus::row,
                tokens.serial(),
                tokens.owner().userId(),
                tokens.owner().resolver(),
                tokens.owner().realm(),
                tokens.type(),
                tokens.type(),
                tokens.activeOnly());
    }

    private static Count row(ResultSet row, int number) throws SQLException {
        return new Count(row.getInt(1), row.getBoolean(2));
    }
}
