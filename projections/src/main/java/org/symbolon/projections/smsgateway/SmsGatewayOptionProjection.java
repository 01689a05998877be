package org.symbolon.projections.smsgateway;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcOperations;
import org.symbolon.events.smsgateway.SmsGatewayHeaderRemoved;
import org.symbolon.events.smsgateway.SmsGatewayOptionRemoved;

/** Takes single options and headers of SMS gateways away. */
@ProcessingGroup("inline")
public class SmsGatewayOptionProjection {

    private final JdbcOperations jdbc;

    public SmsGatewayOptionProjection(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(SmsGatewayOptionRemoved event) {
        remove(event.number(), SmsGatewayOptions.OPTION, event.key());
    }

    @EventHandler
    void on(SmsGatewayHeaderRemoved event) {
        remove(event.number(), SmsGatewayOptions.HEADER, event.key());
    }

    private void remove(int number, String type, String key) {
        jdbc.update(
                "delete from smsgatewayoption where gateway_id = ? and \"Type\" = ? and \"Key\" = ?",
                number,
                type,
                key);
    }
}
