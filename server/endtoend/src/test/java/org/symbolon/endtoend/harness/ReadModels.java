package org.symbolon.endtoend.harness;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.symbolon.projections.shared.ReadModelSchema;

/** Every row of every read model, as text to compare. */
public record ReadModels(Map<String, List<String>> rowsByTable) {

    private static final String HEAD = "audit_head";

    /** The signature of the audit's head has a random salt, so no two are alike. */
    public static ReadModels of(JdbcClient jdbc) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : ReadModelSchema.tables()) {
            String columns = table.equals(HEAD) ? "row(id, number, hash)::text" : "t::text";
            rows.put(
                    table,
                    jdbc.sql("select " + columns + " from rm." + table + " t order by 1")
                            .query(String.class)
                            .list());
        }
        return new ReadModels(rows);
    }

    public ReadModels without(String... tables) {
        Map<String, List<String>> rows = new TreeMap<>(rowsByTable);
        rows.keySet().removeAll(List.of(tables));
        return new ReadModels(rows);
    }
}
