package org.symbolon.query.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.query.shared.Conditions;

/** Answers questions about subscriptions. */
public class SubscriptionQueries {

    private final JdbcOperations jdbc;

    public SubscriptionQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<SubscriptionView> handle(ListSubscriptions query) {
        Conditions conditions = new Conditions();
        if (query.application() != null) {
            conditions.and("application = ?", query.application());
        }
        return jdbc.query(
                "select * from subscription" + conditions.where() + " order by application",
                (row, index) -> new SubscriptionView(columns(row)),
                conditions.arguments());
    }

    /** What was not said is left out. */
    private static Map<String, Object> columns(ResultSet row) throws SQLException {
        Map<String, Object> columns = new LinkedHashMap<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            boolean time = row.getMetaData().getColumnType(column) == Types.TIMESTAMP;
            Object value = time ? row.getObject(column, LocalDateTime.class) : row.getObject(column);
            if (value != null) {
                columns.put(row.getMetaData().getColumnName(column), value);
            }
        }
        return columns;
    }
}
