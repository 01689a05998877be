package org.symbolon.store.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.smsgateway.SmsGateway;
import org.symbolon.command.smsgateway.port.Gateway;
import org.symbolon.command.smsgateway.port.ReadyGateways;
import org.symbolon.command.smsgateway.port.SmsGateways;
import org.symbolon.command.smsgateway.port.TokenEntries;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/** Finds SMS gateways in the inline read model, and opens what they hold of secrets. */
@Component
public class SmsGatewayLookups implements SmsGateways, ReadyGateways, TokenEntries {

    private static final String HEADER = "header";

    private final JdbcOperations jdbc;
    private final SecretVault vault;

    public SmsGatewayLookups(JdbcOperations jdbc, SecretVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
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
                        header ? HEADER : "option",
                        key)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Override
    public Optional<Gateway> find(String identifier) {
        return jdbc
                .queryForList("select providermodule from smsgateway where identifier = ?", String.class, identifier)
                .stream()
                .findFirst()
                .map(provider -> gateway(identifier, provider));
    }

    @Override
    public Optional<String> read(String serial, String entry) {
        String sql = "select \"Value\" from tokeninfo where \"Key\" = ? and token_id ="
                + " (select id from token where serial = ?)";
        return jdbc.queryForList(sql, String.class, entry, serial).stream().findFirst();
    }

    private Gateway gateway(String identifier, String provider) {
        Map<String, Secret> options = new HashMap<>();
        Map<String, Secret> headers = new HashMap<>();
        jdbc.query(
                """
                select o."Type", o."Key", o."Value", o.data_key
                from smsgatewayoption o join smsgateway g on g.id = o.gateway_id where g.identifier = ?
                """,
                row -> {
                    boolean header = HEADER.equals(row.getString("Type"));
                    (header ? headers : options).put(row.getString("Key"), value(identifier, header, row));
                },
                identifier);
        return new Gateway(identifier, provider, options, headers);
    }

    private Secret value(String identifier, boolean header, ResultSet row) throws SQLException {
        String key = row.getString("data_key");
        String stored = row.getString("Value");
        if (key == null) {
            return Secret.of(stored == null ? "" : stored);
        }
        String name = row.getString("Key");
        Binding binding =
                header ? SmsGateway.headerBinding(identifier, name) : SmsGateway.KIND.entryBinding(identifier, name);
        return vault.unseal(binding, new Sealed(key, stored));
    }
}
