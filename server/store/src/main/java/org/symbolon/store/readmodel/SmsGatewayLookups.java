package org.symbolon.store.readmodel;

import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.smsgateway.port.SmsGateways;

/** Answers what decisions ask about SMS gateways, from the inline read model. */
@Component
public class SmsGatewayLookups implements SmsGateways {

    private final JdbcOperations jdbc;

    public SmsGatewayLookups(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<String> identifierOf(int number) {
        return jdbc.queryForList("select identifier from smsgateway where id = ?", String.class, number).stream()
                .findFirst();
    }

    @Override
    public OptionalLong optionId(int number, boolean header, String key) {
        return jdbc
                .queryForList(
                        "select id from smsgatewayoption where gateway_id = ? and \"Type\" = ? and \"Key\" = ?",
                        Long.class,
                        number,
                        header ? "header" : "option",
                        key)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
