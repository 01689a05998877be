package org.symbolon.command.apikey;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.auth.RevocationCommands;
import org.symbolon.command.auth.RevokeLogin;
import org.symbolon.command.shared.Existing;
import org.symbolon.command.shared.Limits;

/** Keeps account of the keys of programs. They are log-in tokens, and end as these do. */
public class ApiKeyCommands {

    private final Repository<ApiKey> keys;
    private final Existing<ApiKey> existing;
    private final RevocationCommands revocations;

    public ApiKeyCommands(Repository<ApiKey> keys, RevocationCommands revocations) {
        this.keys = keys;
        this.existing = new Existing<>(keys, ApiKey::counts, "API key");
        this.revocations = revocations;
    }

    @CommandHandler
    public void handle(IssueApiKey command) throws Exception {
        Limits.check("key", command.keyId(), Limits.NONCE);
        Limits.check("name", command.name(), Limits.ADMIN_NAME);
        Limits.check("realm", command.realm(), Limits.REALM_NAME);
        keys.newInstance(() -> ApiKey.issued(command));
    }

    /** Also one that was logged out of with the key itself is put down as revoked. */
    @CommandHandler
    public void handle(RevokeApiKey command) throws Exception {
        Limits.check("key", command.keyId(), Limits.NONCE);
        Aggregate<ApiKey> key = existing.require(ApiKey.idOf(command.keyId()));
        key.execute(ApiKey::revoke);
        revocations.handle(new RevokeLogin(command.keyId(), key.invoke(ApiKey::expires)));
    }
}
