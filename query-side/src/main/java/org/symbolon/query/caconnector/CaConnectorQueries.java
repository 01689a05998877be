package org.symbolon.query.caconnector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers questions about CA connectors. */
public class CaConnectorQueries {

    private final JdbcOperations jdbc;

    public CaConnectorQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<CaConnectorView> handle(ListCaConnectors query) {
        return jdbc.query("select id, name, catype from caconnector order by name", (row, index) -> {
            int number = row.getInt("id");
            return new CaConnectorView(number, row.getString("name"), row.getString("catype"), entries(number));
        });
    }

    private Map<String, Optional<String>> entries(int number) {
        Map<String, Optional<String>> entries = new HashMap<>();
        jdbc.query(
                "select \"Key\", \"Value\", data_key from caconnectorconfig where caconnector_id = ?",
                row -> {
                    boolean secret = row.getString("data_key") != null;
                    entries.put(row.getString("Key"), secret ? Optional.empty() : Optional.of(row.getString("Value")));
                },
                number);
        return entries;
    }
}
