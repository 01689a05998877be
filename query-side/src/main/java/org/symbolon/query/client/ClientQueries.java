package org.symbolon.query.client;

import java.time.LocalDateTime;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.shared.TrailingModels;

/** Answers which programs had log-ins checked, also a moment ago. */
public class ClientQueries {

    private final JdbcOperations jdbc;
    private final TrailingModels trailing;

    public ClientQueries(JdbcOperations jdbc, TrailingModels trailing) {
        this.jdbc = jdbc;
        this.trailing = trailing;
    }

    @QueryHandler
    public List<ClientView> handle(ListClients query) {
        trailing.await();
        return jdbc.query(
                """
                select clienttype, ip, hostname, max(lastseen) as lastseen from clientapplication
                group by clienttype, ip, hostname order by clienttype, ip, hostname
                """,
                (row, index) -> new ClientView(
                        row.getString("clienttype"),
                        row.getString("ip"),
                        row.getString("hostname"),
                        row.getObject("lastseen", LocalDateTime.class)));
    }
}
