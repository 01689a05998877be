package org.symbolon.store.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.caconnector.CaConnector;
import org.symbolon.command.caconnector.port.Authority;
import org.symbolon.command.caconnector.port.CertificateRecords;
import org.symbolon.command.caconnector.port.PendingRequest;
import org.symbolon.command.caconnector.port.ReadyAuthorities;
import org.symbolon.command.caconnector.port.RevocationReason;
import org.symbolon.command.caconnector.port.RevokedCertificate;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/** Finds CA connectors in the inline read model and opens what they hold of secrets, and finds what authorities have issued. */
@Component
public class CaConnectorLookups implements ReadyAuthorities, CertificateRecords {

    private static final String REVOKED =
            "select distinct connector, serial, revoked, reason from issuedcertificate where revoked is not null and ";

    private final JdbcOperations jdbc;
    private final SecretVault vault;

    public CaConnectorLookups(JdbcOperations jdbc, SecretVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public Optional<Authority> find(String name) {
        return jdbc.queryForList("select catype from caconnector where name = ?", String.class, name).stream()
                .findFirst()
                .map(type -> new Authority(name, type, options(name)));
    }

    @Override
    public List<String> names() {
        return jdbc.queryForList("select name from caconnector order by name", String.class);
    }

    private Map<String, Secret> options(String name) {
        Map<String, Secret> options = new HashMap<>();
        jdbc.query(
                """
                select e."Key", e."Value", e.data_key
                from caconnectorconfig e join caconnector c on c.id = e.caconnector_id where c.name = ?
                """,
                row -> {
                    options.put(row.getString("Key"), value(name, row));
                },
                name);
        return options;
    }

    private Secret value(String name, ResultSet row) throws SQLException {
        String key = row.getString("data_key");
        String stored = row.getString("Value");
        if (key == null) {
            return Secret.of(stored == null ? "" : stored);
        }
        return vault.unseal(CaConnector.KIND.entryBinding(name, row.getString("Key")), new Sealed(key, stored));
    }

    @Override
    public List<RevokedCertificate> revokedOf(String connector, Instant validAt) {
        return jdbc.query(
                REVOKED + "connector = ? and valid_until >= ? order by revoked, serial",
                (row, number) -> revoked(row),
                connector,
                LocalDateTime.ofInstant(validAt, ZoneOffset.UTC));
    }

    @Override
    public List<RevokedCertificate> revokedWith(String tokenSerial) {
        return jdbc.query(
                REVOKED + "token_serial = ? order by revoked, serial", (row, number) -> revoked(row), tokenSerial);
    }

    @Override
    public List<PendingRequest> pending() {
        String sql =
                """
                select t.serial, t.tokentype, i."Value" from token t join tokeninfo i on i.token_id = t.id
                where t.rollout_state = 'pending' and not t.revoked and i."Key" = 'requestId' order by t.serial
                """;
        return jdbc.query(
                sql, (row, number) -> new PendingRequest(row.getString(1), row.getString(2), row.getString(3)));
    }

    private static RevokedCertificate revoked(ResultSet row) throws SQLException {
        return new RevokedCertificate(
                row.getString("connector"),
                row.getString("serial"),
                row.getObject("revoked", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                Optional.ofNullable(row.getString("reason"))
                        .flatMap(RevocationReason::named)
                        .orElse(RevocationReason.UNSPECIFIED));
    }
}
