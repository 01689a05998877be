package org.symbolon.projections.smsgateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.smsgateway.SmsGatewayCreated;
import org.symbolon.events.smsgateway.SmsGatewayDeleted;
import org.symbolon.events.smsgateway.SmsGatewayHeaderRemoved;
import org.symbolon.events.smsgateway.SmsGatewayOptionRemoved;
import org.symbolon.events.smsgateway.SmsGatewayReconfigured;
import org.symbolon.events.smsgateway.SmsGatewaySettings;
import org.symbolon.projections.shared.Position;
import org.symbolon.projections.shared.RowId;
import org.symbolon.projections.shared.StoredEntry;

/** Keeps the tables of SMS gateways and their options and headers; what stays keeps its row. */
@ProcessingGroup("inline")
public class SmsGatewayProjection {

    private static final String OPTION = "option";
    private static final String HEADER = "header";

    private final JdbcOperations jdbc;

    public SmsGatewayProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(SmsGatewayCreated event, @Position long position) {
        write(event.number(), event.identifier(), event.settings(), position);
    }

    @EventHandler
    void on(SmsGatewayReconfigured event, @Position long position) {
        write(event.number(), event.identifier(), event.settings(), position);
    }

    @EventHandler
    void on(SmsGatewayOptionRemoved event) {
        remove(event.number(), OPTION, event.key());
    }

    @EventHandler
    void on(SmsGatewayHeaderRemoved event) {
        remove(event.number(), HEADER, event.key());
    }

    @EventHandler
    void on(SmsGatewayDeleted event) {
        jdbc.update("delete from smsgatewayoption where gateway_id = ?", event.number());
        jdbc.update("delete from smsgateway where id = ?", event.number());
    }

    private void remove(int number, String type, String key) {
        jdbc.update(
                "delete from smsgatewayoption where gateway_id = ? and \"Type\" = ? and \"Key\" = ?",
                number,
                type,
                key);
    }

    private void write(int number, String identifier, SmsGatewaySettings settings, long position) {
        jdbc.update(
                """
                insert into smsgateway (id, identifier, providermodule, description) values (?, ?, ?, ?)
                on conflict (id) do update set providermodule = excluded.providermodule,
                    description = excluded.description
                """,
                number,
                identifier,
                settings.provider(),
                settings.description());
        List<Object[]> rows = new ArrayList<>();
        replace(number, OPTION, settings.options(), position, rows);
        replace(number, HEADER, settings.headers(), position, rows);
        jdbc.batchUpdate(
                """
                insert into smsgatewayoption (id, gateway_id, "Type", "Key", "Value", data_key)
                values (?, ?, ?, ?, ?, ?)
                on conflict (gateway_id, "Key", "Type") do update set "Value" = excluded."Value",
                    data_key = excluded.data_key
                """,
                rows);
    }

    private void replace(
            int number, String type, Map<String, ConfigEntry> entries, long position, List<Object[]> rows) {
        jdbc.update(
                "delete from smsgatewayoption where gateway_id = ? and \"Type\" = ? and not \"Key\" = any (?)",
                number,
                type,
                entries.keySet().toArray(String[]::new));
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
