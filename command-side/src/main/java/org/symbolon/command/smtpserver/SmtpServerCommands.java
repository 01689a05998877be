package org.symbolon.command.smtpserver;

import static java.util.Objects.requireNonNullElse;

import java.util.function.IntSupplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.secret.SealedPasswords;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Existing;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.smtpserver.SmtpSettings;

/** What administrators do to the definitions of mail servers. */
public class SmtpServerCommands {

    private static final SmtpSettings DEFAULTS = new SmtpSettings("", 25, "", null, "", false, "", 10, false);

    private final Repository<SmtpServer> servers;
    private final Existing<SmtpServer> existing;
    private final IntSupplier nextNumber;
    private final SealedPasswords passwords;

    public SmtpServerCommands(Repository<SmtpServer> servers, IntSupplier nextNumber, SecretVault vault) {
        this.servers = servers;
        this.existing = new Existing<>(servers, SmtpServer::present, "SMTPServer");
        this.nextNumber = nextNumber;
        this.passwords = new SealedPasswords(vault);
    }

    @CommandHandler
    public boolean handle(SaveSmtpServer command) throws Exception {
        check(command);
        Aggregate<SmtpServer> server = servers.loadOrCreate(SmtpServer.idOf(command.identifier()), SmtpServer::new);
        SmtpSettings settings = changed(requireNonNullElse(server.invoke(SmtpServer::settings), DEFAULTS), command);
        server.execute(found -> found.define(command.identifier(), nextNumber, settings));
        return true;
    }

    private static void check(SaveSmtpServer command) {
        Limits.check("identifier", command.identifier(), Limits.nameAfter(SmtpServer.idOf("")));
        Limits.check("server", command.server(), Limits.TEXT);
        Limits.check("username", command.username(), Limits.TEXT);
        Limits.check("sender", command.sender(), Limits.TEXT);
        Limits.check("description", command.description(), Limits.SETTING_VALUE);
        Limits.check(
                "password",
                command.password() == null ? null : command.password().reveal(),
                Limits.TEXT);
        Limits.range("port", command.port(), 1, Limits.PORT);
        Limits.range("timeout", command.timeout(), 0, Limits.SECONDS);
    }

    private SmtpSettings changed(SmtpSettings before, SaveSmtpServer command) {
        return new SmtpSettings(
                command.server(),
                requireNonNullElse(command.port(), before.port()),
                requireNonNullElse(command.username(), before.username()),
                passwords.replacing(before.password(), command.password()),
                requireNonNullElse(command.sender(), before.sender()),
                requireNonNullElse(command.tls(), before.tls()),
                requireNonNullElse(command.description(), before.description()),
                requireNonNullElse(command.timeout(), before.timeout()),
                requireNonNullElse(command.queued(), before.queued()));
    }

    @CommandHandler
    public boolean handle(DeleteSmtpServer command) {
        Aggregate<SmtpServer> server = existing.require(SmtpServer.idOf(command.identifier()));
        passwords.erase(server.invoke(SmtpServer::settings).password());
        server.execute(SmtpServer::delete);
        return true;
    }
}
