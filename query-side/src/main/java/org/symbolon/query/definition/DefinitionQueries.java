package org.symbolon.query.definition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.projections.definition.DefinitionColumn;
import org.symbolon.projections.definition.DefinitionEntries;
import org.symbolon.projections.definition.DefinitionPart;
import org.symbolon.projections.definition.DefinitionTable;

/** Answers questions about definitions, whatever their kind. */
public class DefinitionQueries {

    private final JdbcOperations jdbc;

    public DefinitionQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<DefinitionView> handle(ListDefinitions query) {
        DefinitionTable<?> table = query.table();
        String sql = "select * from %1$s where cast(? as text) is null or %2$s = ? order by %2$s";
        return jdbc.query(
                sql.formatted(table.name(), table.nameColumn()),
                (row, index) -> view(table, row),
                query.name(),
                query.name());
    }

    private DefinitionView view(DefinitionTable<?> table, ResultSet row) throws SQLException {
        Map<String, Object> columns = new HashMap<>();
        for (DefinitionColumn<?> column : table.columns()) {
            columns.put(column.name(), column.secret() ? row.getString("data_key") != null : value(row, column.name()));
        }
        int number = row.getInt("id");
        return new DefinitionView(number, row.getString(table.nameColumn()), columns, entries(table, number));
    }

    private static Object value(ResultSet row, String column) throws SQLException {
        Object value = row.getObject(column);
        return value instanceof Timestamp ? row.getObject(column, LocalDateTime.class) : value;
    }

    private Map<String, Optional<String>> entries(DefinitionTable<?> table, int number) {
        Map<String, Optional<String>> entries = new HashMap<>();
        for (DefinitionPart<?> part : table.parts()) {
            if (part instanceof DefinitionEntries lying) {
                read(lying, number, entries);
            }
        }
        return entries;
    }

    private void read(DefinitionEntries part, int number, Map<String, Optional<String>> entries) {
        String sql = "select \"Key\", \"Value\", data_key from %s where %s = ?";
        jdbc.query(
                sql.formatted(part.table(), part.owner()),
                row -> {
                    boolean secret = row.getString("data_key") != null;
                    entries.put(row.getString("Key"), secret ? Optional.empty() : Optional.of(row.getString("Value")));
                },
                number);
    }
}
