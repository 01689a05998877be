package org.symbolon.command.smtpserver;

import static java.util.Objects.requireNonNullElse;

import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.secret.SealedPasswords;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.smtpserver.port.MailSigner;
import org.symbolon.events.shared.Sealed;
import org.symbolon.events.smtpserver.SmtpSettings;

/** What administrators do to the definitions of mail servers. */
public class SmtpServerCommands {

    private static final SmtpSettings DEFAULTS = new SmtpSettings("", 25, "", null, "", false, "", 10, false);

    private final Definitions<SmtpServer, SmtpSettings> servers;
    private final SealedPasswords passwords;
    private final SecretVault vault;

    public SmtpServerCommands(Definitions<SmtpServer, SmtpSettings> servers, SecretVault vault) {
        this.servers = servers;
        this.passwords = new SealedPasswords(vault);
        this.vault = vault;
    }

    @CommandHandler
    public boolean handle(SaveSmtpServer command) throws Exception {
        check(command);
        servers.save(command.identifier(), before -> changed(requireNonNullElse(before, DEFAULTS), command));
        return true;
    }

    private void check(SaveSmtpServer command) {
        servers.checkName("identifier", command.identifier());
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
        SmtpSettings changed = unsigned(before, command);
        if (command.signing() == null) {
            return changed.signing(before.signerCertificates(), before.signerKey(), before.signatureRequired());
        }
        MailSigner signer = command.signing().signer();
        Sealed key = passwords.replacing(
                before.signerKey(), signerBinding(command.identifier()), signer == null ? null : signer.privateKey());
        return signer == null ? changed : changed.signing(signer.certificates(), key, signer.required());
    }

    private SmtpSettings unsigned(SmtpSettings before, SaveSmtpServer command) {
        return new SmtpSettings(
                command.server(),
                requireNonNullElse(command.port(), before.port()),
                requireNonNullElse(command.username(), before.username()),
                passwords.replacing(
                        before.password(), SmtpServer.KIND.passwordBinding(command.identifier()), command.password()),
                requireNonNullElse(command.sender(), before.sender()),
                requireNonNullElse(command.tls(), before.tls()),
                requireNonNullElse(command.description(), before.description()),
                requireNonNullElse(command.timeout(), before.timeout()),
                requireNonNullElse(command.queued(), before.queued()));
    }

    @CommandHandler
    public boolean handle(DeleteSmtpServer command) {
        servers.delete(command.identifier(), settings -> {
            passwords.erase(settings.password());
            passwords.erase(settings.signerKey());
        });
        return true;
    }

    /** With what the mails of the server are signed; empty if they are not, or there is no such server. */
    @CommandHandler
    public Optional<MailSigner> handle(LookAtSigner command) {
        return servers.settings(command.identifier())
                .filter(settings -> settings.signerKey() != null)
                .map(settings -> new MailSigner(
                        settings.signerCertificates(),
                        vault.unseal(signerBinding(command.identifier()), settings.signerKey()),
                        settings.signatureRequired()));
    }

    private static Binding signerBinding(String identifier) {
        return SmtpServer.KIND.entryBinding(identifier, "signer");
    }
}
