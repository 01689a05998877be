package org.symbolon.server.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.command.token.port.WaitingTokens;
import org.symbolon.command.tokentype.TokenView;
import org.symbolon.events.shared.Sealed;

/** Finds tokens that wait for their client's part in tables that every command writes in its own transaction. */
public class JdbcWaitingTokens implements WaitingTokens {

    private static final String TOKEN =
            """
            select id, tokentype, otplen, count_window, sync_window, key_iv, key_enc
            from token where serial = ? and rollout_state = 'clientwait'
            """;
    private static final String INFO = "select \"Key\", \"Value\" from tokeninfo where token_id = ?";

    private final JdbcOperations jdbc;

    public JdbcWaitingTokens(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<WaitingToken> withSerial(String serial) {
        return jdbc.query(TOKEN, (row, number) -> token(row), serial).stream().findFirst();
    }

    /** Its counter is that of a token that was never used. */
    private WaitingToken token(ResultSet row) throws SQLException {
        TokenView view = new TokenView(
                row.getInt("otplen"),
                0,
                row.getInt("count_window"),
                row.getInt("sync_window"),
                infoOf(row.getInt("id")));
        return new WaitingToken(
                row.getString("tokentype"), view, new Sealed(row.getString("key_iv"), row.getString("key_enc")));
    }

    private Map<String, String> infoOf(int tokenId) {
        Map<String, String> info = new HashMap<>();
        jdbc.query(
                INFO,
                row -> {
                    info.put(row.getString(1), row.getString(2));
                },
                tokenId);
        return info;
    }
}
