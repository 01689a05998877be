package org.symbolon.query.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.shared.Sealed;
import org.symbolon.projections.shared.TrailingModels;

/** Answers those who go through many tokens: how many there are, which, and how they are, page by page. */
public class SealedTokenQueries {

    private static final String INFO =
            "select token_id, \"Key\", \"Value\" from tokeninfo where token_id = any(cast(? as integer[]))";

    private final JdbcOperations jdbc;
    private final TrailingModels trailing;
    private final TokenSearch search;

    public SealedTokenQueries(JdbcOperations jdbc, TrailingModels trailing) {
        this.jdbc = jdbc;
        this.trailing = trailing;
        this.search = new TokenSearch(jdbc);
    }

    @QueryHandler
    public long handle(CountTokens query) {
        trailing.await();
        return search.countOfNow(query.filter());
    }

    @QueryHandler
    public List<String> handle(ListSerials query) {
        if (query.upToDate()) {
            trailing.await();
        }
        return search.serials(query);
    }

    /** What log-ins change of tokens is waited for once, for the first page. */
    @QueryHandler
    public List<SealedToken> handle(ListSealedTokens query) {
        if (query.afterNumber() == ListSealedTokens.BEGIN) {
            trailing.await();
        }
        Map<Integer, Map<String, String>> info = new HashMap<>();
        List<SealedToken> tokens = search.sealed(query, (row, number) -> read(row, info));
        Object numbers = info.keySet().toArray(Integer[]::new);
        if (!info.isEmpty()) {
            jdbc.query(
                    INFO,
                    row -> {
                        info.get(row.getInt("token_id")).put(row.getString("Key"), row.getString("Value"));
                    },
                    numbers);
        }
        return tokens;
    }

    private static SealedToken read(ResultSet row, Map<Integer, Map<String, String>> info) throws SQLException {
        int number = row.getInt("id");
        return new SealedToken(
                number,
                row.getString("serial"),
                row.getString("tokentype"),
                new Sealed(row.getString("key_iv"), row.getString("key_enc")),
                row.getInt("otplen"),
                row.getLong("count"),
                row.getInt("count_window"),
                row.getInt("sync_window"),
                info.computeIfAbsent(number, key -> new HashMap<>()));
    }
}
