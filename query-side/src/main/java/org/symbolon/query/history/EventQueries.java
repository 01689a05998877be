package org.symbolon.query.history;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.support.TransactionOperations;
import org.symbolon.query.shared.Conditions;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shows the stream itself, one event after the other, so that its length does not matter. What is forged is shown, too, and marked:
 * whoever looks for it has to see it.
 */
public class EventQueries {

    private static final int FETCH_SIZE = 500;
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcOperations jdbc;
    private final TransactionOperations transactions;
    private final Authenticity authenticity;

    public EventQueries(JdbcOperations jdbc, TransactionOperations transactions, Authenticity authenticity) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.authenticity = authenticity;
    }

    /** How many events there were. */
    @QueryHandler
    public long handle(StreamEvents query) {
        Conditions conditions = new Conditions().and("global_index >= ?", query.from());
        if (query.serial() != null) {
            conditions.and("aggregate_identifier = ?", "token/" + query.serial());
        }
        String sql = "select global_index, " + Vouching.COLUMNS + " from domain_event" + conditions.where()
                + " order by global_index limit ?";
        long[] count = {0};
        transactions.executeWithoutResult(status -> jdbc.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql);
                    statement.setFetchSize(FETCH_SIZE);
                    new ArgumentPreparedStatementSetter(conditions.arguments(query.limit())).setValues(statement);
                    return statement;
                },
                row -> {
                    count[0]++;
                    query.sink().accept(event(row));
                }));
        return count[0];
    }

    private StoredEvent event(ResultSet row) throws SQLException {
        String aggregate = row.getString("aggregate_identifier");
        boolean standsAlone = aggregate.equals(row.getString("event_identifier"));
        return new StoredEvent(
                row.getLong("global_index"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                standsAlone ? null : aggregate,
                standsAlone ? null : row.getLong("sequence_number"),
                row.getString("time_stamp"),
                shown(row.getString("payload")),
                shown(row.getString("meta_data")),
                authenticity.vouchesFor(row));
    }

    private static Map<String, Object> shown(String json) {
        return Mask.secretsIn(JSON.readValue(Objects.requireNonNullElse(json, "{}"), OBJECT));
    }
}
