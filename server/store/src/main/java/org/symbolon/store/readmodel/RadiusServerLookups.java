package org.symbolon.store.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.radiusserver.RadiusServer;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.command.radiusserver.port.RadiusServers;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/** Finds RADIUS servers in the inline read model, and opens what is shared with them. */
@Component
public class RadiusServerLookups implements RadiusServers {

    private final JdbcOperations jdbc;
    private final SecretVault vault;

    public RadiusServerLookups(JdbcOperations jdbc, SecretVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    private record Row(RadiusPeer withoutSecret, Sealed secret) {}

    @Override
    public Optional<RadiusPeer> find(String identifier) {
        String sql = "select server, port, secret, data_key, timeout, retries, enforce_ma from radiusserver"
                + " where identifier = ?";
        return jdbc.query(sql, (row, number) -> read(row), identifier).stream()
                .findFirst()
                .map(row -> opened(identifier, row));
    }

    private static Row read(ResultSet row) throws SQLException {
        String key = row.getString("data_key");
        RadiusPeer peer = new RadiusPeer(
                row.getString("server"),
                row.getInt("port"),
                Secret.EMPTY,
                Duration.ofSeconds(row.getInt("timeout")),
                row.getInt("retries"),
                row.getBoolean("enforce_ma"));
        return new Row(peer, key == null ? null : new Sealed(key, row.getString("secret")));
    }

    private RadiusPeer opened(String identifier, Row row) {
        RadiusPeer found = row.withoutSecret();
        Secret secret = row.secret() == null
                ? Secret.EMPTY
                : vault.unseal(RadiusServer.KIND.passwordBinding(identifier), row.secret());
        return new RadiusPeer(
                found.host(), found.port(), secret, found.timeout(), found.tries(), found.authenticatorRequired());
    }
}
