package org.symbolon.store.readmodel;

import java.security.cert.X509Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;
import org.symbolon.command.radiusclient.ClientCertificates;
import org.symbolon.command.radiusclient.RadiusClientDefinition;
import org.symbolon.command.radiusclient.port.KnownRadiusClient;
import org.symbolon.command.radiusclient.port.RadiusClientSecrets;
import org.symbolon.command.radiusclient.port.RadiusClients;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.shared.Network;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.shared.Secret;

/**
 * Keeps the RADIUS clients of the inline read model in memory and looks for changes once a second, if anybody asks: packets that cost
 * their sender nothing must not cost the database anything. While it is away, those are known that were known before.
 */
@Component
public class RadiusClientLookups implements RadiusClients, RadiusClientSecrets {

    private static final Logger LOG = LoggerFactory.getLogger(RadiusClientLookups.class);

    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String SQL =
            "select name, address, transport, secret, data_key, certificates, certificate_name,"
                    + " require_ma, realm, caller_address from radiusclient order by name";

    private final JdbcOperations jdbc;
    private final SecretVault vault;
    private Map<Row, KnownRadiusClient> opened = Map.of();
    private volatile List<KnownRadiusClient> known = List.of();
    private volatile long readAt = System.nanoTime() - FRESH_NANOS;

    public RadiusClientLookups(JdbcOperations jdbc, SecretVault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    private record Row(KnownRadiusClient withoutSecret, Sealed secret) {}

    @Override
    public List<KnownRadiusClient> all() {
        if (System.nanoTime() - readAt >= FRESH_NANOS) {
            refresh();
        }
        return known;
    }

    private synchronized void refresh() {
        if (System.nanoTime() - readAt < FRESH_NANOS) {
            return;
        }
        try {
            read();
        } catch (RuntimeException away) {
            LOG.warn(
                    "The RADIUS clients could not be read, and those of before count: {}",
                    away.getClass().getName());
        }
        readAt = System.nanoTime();
    }

    private void read() {
        Map<Row, KnownRadiusClient> now = new HashMap<>();
        List<KnownRadiusClient> clients = new ArrayList<>();
        for (Row row : jdbc.query(SQL, (found, number) -> rowOf(found))) {
            Optional<KnownRadiusClient> client =
                    Optional.ofNullable(opened.get(row)).or(() -> open(row));
            client.ifPresent(one -> now.put(row, one));
            client.ifPresent(clients::add);
        }
        opened = now;
        if (!known.equals(clients)) {
            known = List.copyOf(clients);
        }
    }

    @Override
    public Optional<Secret> secretOf(String client) {
        return jdbc
                .query(
                        "select secret, data_key from radiusclient where name = ? and data_key is not null",
                        (row, number) -> vault.unseal(
                                RadiusClientDefinition.KIND.passwordBinding(client),
                                new Sealed(row.getString("data_key"), row.getString("secret"))),
                        client)
                .stream()
                .findFirst();
    }

    private static Row rowOf(ResultSet row) throws SQLException {
        String key = row.getString("data_key");
        return new Row(
                new KnownRadiusClient(
                        row.getString("name"),
                        networks(row.getString("address")),
                        row.getString("transport").equals("tls"),
                        Secret.EMPTY,
                        certificates(row.getString("certificates")),
                        row.getString("certificate_name"),
                        row.getBoolean("require_ma"),
                        row.getString("realm"),
                        row.getBoolean("caller_address")),
                key == null ? null : new Sealed(key, row.getString("secret")));
    }

    private static List<Network> networks(String address) {
        return Stream.of(address.split(",", -1))
                .map(String::strip)
                .map(Network::parse)
                .flatMap(Optional::stream)
                .toList();
    }

    /** They were readable when they were saved. */
    private static List<X509Certificate> certificates(String pem) {
        return pem.isBlank() ? List.of() : ClientCertificates.of(pem);
    }

    /** One whose secret does not open is not known, and takes nobody else with it. */
    private Optional<KnownRadiusClient> open(Row row) {
        KnownRadiusClient client = row.withoutSecret();
        if (row.secret() == null) {
            return Optional.of(client);
        }
        try {
            Secret secret = vault.unseal(RadiusClientDefinition.KIND.passwordBinding(client.name()), row.secret());
            return Optional.of(client.sharing(secret));
        } catch (RuntimeException closed) {
            LOG.warn(
                    "The secret of the RADIUS client {} does not open: {}",
                    client.name(),
                    closed.getClass().getName());
            return Optional.empty();
        }
    }
}
