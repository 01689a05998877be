package org.symbolon.query.machineresolver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers questions about machine resolvers. */
public class MachineResolverQueries {

    private final JdbcOperations jdbc;

    public MachineResolverQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<MachineResolverView> handle(ListMachineResolvers query) {
        return jdbc.query("select id, name, rtype from machineresolver order by name", (row, index) -> {
            int number = row.getInt("id");
            return new MachineResolverView(number, row.getString("name"), row.getString("rtype"), entries(number));
        });
    }

    private Map<String, Optional<String>> entries(int number) {
        Map<String, Optional<String>> entries = new HashMap<>();
        jdbc.query(
                "select \"Key\", \"Value\", data_key from machineresolverconfig where resolver_id = ?",
                row -> {
                    boolean secret = row.getString("data_key") != null;
                    entries.put(row.getString("Key"), secret ? Optional.empty() : Optional.of(row.getString("Value")));
                },
                number);
        return entries;
    }
}
