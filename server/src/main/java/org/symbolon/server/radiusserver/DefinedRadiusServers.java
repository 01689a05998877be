package org.symbolon.server.radiusserver;

import java.time.Duration;
import java.util.Optional;
import org.symbolon.command.radiusserver.port.RadiusPeer;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.query.radiusserver.FindRadiusServer;
import org.symbolon.query.radiusserver.RadiusServerAccess;
import org.symbolon.server.query.QueryDispatcher;

/** The RADIUS servers that administrators have defined, ready to be asked. */
public class DefinedRadiusServers {

    private final QueryDispatcher queries;
    private final SecretVault vault;

    public DefinedRadiusServers(QueryDispatcher queries, SecretVault vault) {
        this.queries = queries;
        this.vault = vault;
    }

    public Optional<RadiusPeer> find(String identifier) {
        return queries.find(new FindRadiusServer(identifier), RadiusServerAccess.class)
                .map(this::opened);
    }

    private RadiusPeer opened(RadiusServerAccess access) {
        Secret secret = access.secret() == null ? Secret.EMPTY : vault.unseal(access.secret());
        return new RadiusPeer(
                access.server(),
                access.port(),
                secret,
                Duration.ofSeconds(access.timeout()),
                access.retries(),
                access.authenticatorEnforced());
    }
}
