package org.symbolon.command.radiusserver;

import static java.util.Objects.requireNonNullElse;

import java.util.function.IntSupplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.SealedPasswords;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Existing;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.radiusserver.RadiusSettings;

/** What administrators do to the definitions of RADIUS servers. */
public class RadiusServerCommands {

    private static final RadiusSettings DEFAULTS =
            new RadiusSettings("", 1812, null, "/etc/edumfa/dictionary", "", 5, 3, false);
    private static final int SECRET_TOO_LONG = 2234;
    private static final int LONGEST_SECRET = 95;

    private final Repository<RadiusServer> servers;
    private final Existing<RadiusServer> existing;
    private final IntSupplier nextNumber;
    private final SealedPasswords secrets;

    public RadiusServerCommands(Repository<RadiusServer> servers, IntSupplier nextNumber, SecretVault vault) {
        this.servers = servers;
        this.existing = new Existing<>(servers, RadiusServer::present, "RADIUSServer");
        this.nextNumber = nextNumber;
        this.secrets = new SealedPasswords(vault);
    }

    @CommandHandler
    public boolean handle(SaveRadiusServer command) throws Exception {
        check(command);
        String identifier = command.identifier().replace(' ', '_');
        Aggregate<RadiusServer> server = servers.loadOrCreate(RadiusServer.idOf(identifier), RadiusServer::new);
        RadiusSettings settings = changed(requireNonNullElse(server.invoke(RadiusServer::settings), DEFAULTS), command);
        server.execute(found -> found.define(identifier, nextNumber, settings));
        return true;
    }

    private static void check(SaveRadiusServer command) {
        if (command.secret() == null) {
            throw Refusal.missing("secret");
        }
        Limits.check("identifier", command.identifier(), Limits.nameAfter(RadiusServer.idOf("")));
        Limits.check("server", command.server(), Limits.TEXT);
        Limits.check("dictionary", command.dictionary(), Limits.TEXT);
        Limits.check("description", command.description(), Limits.SETTING_VALUE);
        Limits.range("port", command.port(), 1, Limits.PORT);
        Limits.range("timeout", command.timeout(), 0, Limits.SECONDS);
        Limits.range("retries", command.retries(), 0, Limits.SECONDS);
        if (command.secret().utf8().length > LONGEST_SECRET) {
            throw Refusal.of(SECRET_TOO_LONG, "The RADIUS secret is too long");
        }
    }

    private RadiusSettings changed(RadiusSettings before, SaveRadiusServer command) {
        return new RadiusSettings(
                command.server(),
                requireNonNullElse(command.port(), before.port()),
                secrets.replacing(before.secret(), command.secret()),
                requireNonNullElse(command.dictionary(), before.dictionary()),
                requireNonNullElse(command.description(), before.description()),
                requireNonNullElse(command.timeout(), before.timeout()),
                requireNonNullElse(command.retries(), before.retries()),
                requireNonNullElse(command.authenticatorEnforced(), before.authenticatorEnforced()));
    }

    @CommandHandler
    public boolean handle(DeleteRadiusServer command) {
        Aggregate<RadiusServer> server = existing.require(RadiusServer.idOf(command.identifier()));
        secrets.erase(server.invoke(RadiusServer::settings).secret());
        server.execute(RadiusServer::delete);
        return true;
    }
}
