package org.symbolon.command.radiusserver;

import static java.util.Objects.requireNonNullElse;

import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.SealedPasswords;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.radiusserver.RadiusSettings;

/** What administrators do to the definitions of RADIUS servers. */
public class RadiusServerCommands {

    private static final RadiusSettings DEFAULTS =
            new RadiusSettings("", 1812, null, "/etc/edumfa/dictionary", "", 5, 3, false);
    private static final int SECRET_TOO_LONG = 2234;
    private static final int LONGEST_SECRET = 95;

    private final Definitions<RadiusServer, RadiusSettings> servers;
    private final SealedPasswords secrets;

    public RadiusServerCommands(Definitions<RadiusServer, RadiusSettings> servers, SecretVault vault) {
        this.servers = servers;
        this.secrets = new SealedPasswords(vault);
    }

    @CommandHandler
    public boolean handle(SaveRadiusServer command) throws Exception {
        check(command);
        String identifier = command.identifier().replace(' ', '_');
        servers.save(identifier, before -> changed(identifier, requireNonNullElse(before, DEFAULTS), command));
        return true;
    }

    private void check(SaveRadiusServer command) {
        if (command.secret() == null) {
            throw Refusal.missing("secret");
        }
        servers.checkName("identifier", command.identifier());
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

    private RadiusSettings changed(String identifier, RadiusSettings before, SaveRadiusServer command) {
        return new RadiusSettings(
                command.server(),
                requireNonNullElse(command.port(), before.port()),
                secrets.replacing(before.secret(), RadiusServer.KIND.passwordBinding(identifier), command.secret()),
                requireNonNullElse(command.dictionary(), before.dictionary()),
                requireNonNullElse(command.description(), before.description()),
                requireNonNullElse(command.timeout(), before.timeout()),
                requireNonNullElse(command.retries(), before.retries()),
                requireNonNullElse(command.authenticatorEnforced(), before.authenticatorEnforced()));
    }

    @CommandHandler
    public boolean handle(DeleteRadiusServer command) {
        servers.delete(command.identifier(), settings -> secrets.erase(settings.secret()));
        return true;
    }
}
