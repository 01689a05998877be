package org.symbolon.query.smsgateway;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.JdbcOperations;

/** Answers questions about SMS gateways. */
public class SmsGatewayQueries {

    private final JdbcOperations jdbc;

    public SmsGatewayQueries(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @QueryHandler
    public List<SmsGatewayView> handle(ListSmsGateways query) {
        return jdbc.query(
                """
                select id, identifier, providermodule, description from smsgateway
                where cast(? as integer) is null or id = ? order by id
                """,
                (row, index) -> {
                    int number = row.getInt("id");
                    return new SmsGatewayView(
                            number,
                            row.getString("identifier"),
                            row.getString("providermodule"),
                            row.getString("description"),
                            entries(number, "option"),
                            entries(number, "header"));
                },
                query.number(),
                query.number());
    }

    private Map<String, Optional<String>> entries(int number, String type) {
        Map<String, Optional<String>> entries = new HashMap<>();
        jdbc.query(
                "select \"Key\", \"Value\", data_key from smsgatewayoption where gateway_id = ? and \"Type\" = ?",
                row -> {
                    boolean secret = row.getString("data_key") != null;
                    entries.put(row.getString("Key"), secret ? Optional.empty() : Optional.of(row.getString("Value")));
                },
                number,
                type);
        return entries;
    }
}
