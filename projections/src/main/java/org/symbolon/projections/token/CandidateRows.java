package org.symbolon.projections.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.shared.Pin;
import org.symbolon.events.shared.TokenOwner;

/**
 * Finds the tokens that a log-in may try. It is asked once for every log-in, so it is one statement that two indexes
 * answer; it reads inline tables only and so misses nothing that has been answered for.
 */
public class CandidateRows {

    private static final String SELECT =
            """
            select token.serial, token.tokentype, token.otplen, token.pin_hash,
                tokenowner.resolver, tokenowner.user_id, realm.name,
                coalesce(token.rollout_state, '') not in ('clientwait', 'verify'),
                token.rollout_state = 'verify' and not token.revoked and exists (
                    select 1 from tokeninfo
                    where tokeninfo.token_id = token.id and tokeninfo."Key" = 'enroll_via_multichallenge'),
                token.active
            """;
    private static final String OF_OWNER = SELECT
            + """
            from realm
            join tokenowner on tokenowner.realm_id = realm.id
            join token on token.id = tokenowner.token_id
            where tokenowner.user_id = ? and tokenowner.resolver = ? and realm.name = ?
            order by token.serial
            """;
    private static final String WITH_SERIAL = SELECT
            + """
            from token
            left join tokenowner on tokenowner.token_id = token.id
            left join realm on realm.id = tokenowner.realm_id
            where token.serial = ?
            """;
    private static final String REALMS =
            """
            select realm.name
            from token
            join tokenrealm on tokenrealm.token_id = token.id
            join realm on realm.id = tokenrealm.realm_id
            where token.serial = ?
            order by tokenrealm.id
            """;

    private final JdbcOperations jdbc;

    public CandidateRows(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** The tokens of a user in one realm, by serial. */
    public List<CandidateRow> ofOwner(TokenOwner owner) {
        return jdbc.query(OF_OWNER, CandidateRows::row, owner.userId(), owner.resolver(), owner.realm());
    }

    public Optional<CandidateRow> withSerial(String serial) {
        return jdbc.query(WITH_SERIAL, CandidateRows::row, serial).stream().findFirst();
    }

    /** Where the token belongs: for policies, which are for users and realms. */
    public Optional<TokenPlaceRow> placeOf(String serial) {
        return withSerial(serial)
                .map(token -> new TokenPlaceRow(
                        token.serial(), token.type(), token.owner(), jdbc.queryForList(REALMS, String.class, serial)));
    }

    /** Which of these serials tokens have, in their order. */
    public List<String> taken(Collection<String> serials) {
        return jdbc.queryForList(
                "select serial from token where serial = any(cast(? as text[])) order by serial", String.class, (Object)
                        serials.toArray(String[]::new));
    }

    /** Whether the token has to show a value before it is good. */
    public boolean isUnverified(String serial) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from token where serial = ? and rollout_state = 'verify')",
                Boolean.class,
                serial));
    }

    private static CandidateRow row(ResultSet row, int number) throws SQLException {
        String resolver = row.getString(5);
        TokenOwner owner = resolver == null ? null : new TokenOwner(resolver, row.getString(6), row.getString(7));
        return new CandidateRow(
                row.getString(1),
                row.getString(2),
                row.getInt(3),
                Pin.ofText(row.getString(4)),
                owner,
                row.getBoolean(8),
                row.getBoolean(9),
                row.getBoolean(10));
    }
}
