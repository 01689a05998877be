package org.symbolon.projections.smsgateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.smsgateway.SmsGatewaySettings;
import org.symbolon.projections.definition.DefinitionPart;
import org.symbolon.projections.shared.RowId;
import org.symbolon.projections.shared.StoredEntry;

/** The table of options and headers of SMS gateways. What is not written again is gone, and what stays keeps its row. */
final class SmsGatewayOptions implements DefinitionPart<SmsGatewaySettings> {

    static final String OPTION = "option";
    static final String HEADER = "header";

    @Override
    public void write(JdbcOperations jdbc, int number, SmsGatewaySettings settings, LongSupplier position) {
        clear(jdbc, number, OPTION, settings.options());
        clear(jdbc, number, HEADER, settings.headers());
        long event = position.getAsLong();
        List<Object[]> rows = new ArrayList<>();
        add(number, OPTION, settings.options(), event, rows);
        add(number, HEADER, settings.headers(), event, rows);
        jdbc.batchUpdate(
                """
                insert into smsgatewayoption (id, gateway_id, "Type", "Key", "Value", data_key)
                values (?, ?, ?, ?, ?, ?)
                on conflict (gateway_id, "Key", "Type") do update set "Value" = excluded."Value",
                    data_key = excluded.data_key
                """,
                rows);
    }

    private static void clear(JdbcOperations jdbc, int number, String type, Map<String, ConfigEntry> staying) {
        jdbc.update(
                "delete from smsgatewayoption where gateway_id = ? and \"Type\" = ? and not \"Key\" = any (?)",
                number,
                type,
                staying.keySet().toArray(String[]::new));
    }

    private static void add(
            int number, String type, Map<String, ConfigEntry> entries, long position, List<Object[]> rows) {
        new TreeMap<>(entries)
                .forEach((key, entry) -> rows.add(new Object[] {
                    RowId.of(position, rows.size()),
                    number,
                    type,
                    key,
                    StoredEntry.value(entry),
                    StoredEntry.dataKey(entry)
                }));
    }
}
