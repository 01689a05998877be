package org.symbolon.query.smsgateway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers questions about what SMS gateways have beside their definition. */
public class SmsGatewayOptionQueries {

    private final JdbcOperations jdbc;

    public SmsGatewayOptionQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<SmsGatewayOptionView> handle(ListSmsGatewayOptions query) {
        return jdbc.query(
                "select gateway_id, \"Type\", \"Key\", \"Value\", data_key from smsgatewayoption",
                SmsGatewayOptionQueries::view);
    }

    private static SmsGatewayOptionView view(ResultSet row, int index) throws SQLException {
        boolean secret = row.getString("data_key") != null;
        return new SmsGatewayOptionView(
                row.getInt("gateway_id"),
                row.getString("Type").equals("header"),
                row.getString("Key"),
                secret ? Optional.empty() : Optional.of(row.getString("Value")));
    }
}
