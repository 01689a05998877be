package org.symbolon.command.radiusclient;

import static java.util.Objects.requireNonNullElse;

import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.secret.SealedPasswords;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.radiusclient.RadiusClientSettings;
import org.symbolon.events.radiusclient.RadiusTransport;
import org.symbolon.events.shared.Network;
import org.symbolon.events.shared.Sealed;

/** What administrators do to the definitions of RADIUS clients. */
public class RadiusClientCommands {

    /** Whoever listens to one packet can try secrets out at home (RFC 2865, 3). */
    static final int SHORTEST_SECRET = 8;

    static final int LONGEST_SECRET = 95;
    static final int LONGEST_CERTIFICATES = 20_000;

    private static final RadiusClientSettings DEFAULTS =
            new RadiusClientSettings("", RadiusTransport.UDP, null, "", "", true, "", false, "");

    private final Definitions<RadiusClientDefinition, RadiusClientSettings> clients;
    private final SealedPasswords secrets;

    public RadiusClientCommands(Definitions<RadiusClientDefinition, RadiusClientSettings> clients, SecretVault vault) {
        this.clients = clients;
        this.secrets = new SealedPasswords(vault);
    }

    @CommandHandler
    public int handle(SaveRadiusClient command) throws Exception {
        check(command);
        return clients.save(command.name(), before -> changed(requireNonNullElse(before, DEFAULTS), command));
    }

    @CommandHandler
    public int handle(DeleteRadiusClient command) {
        return clients.delete(command.name(), settings -> secrets.erase(settings.secret()));
    }

    private void check(SaveRadiusClient command) {
        clients.checkName("name", command.name());
        Limits.check("address", command.address(), Limits.TEXT);
        Limits.check("certificates", command.certificates(), LONGEST_CERTIFICATES);
        Limits.check("certificate_name", command.certificateName(), Limits.TEXT);
        Limits.check("realm", command.realm(), Limits.REALM_NAME);
        Limits.check("description", command.description(), Limits.SETTING_VALUE);
        if (command.address() != null && !networks(command.address()).allMatch(RadiusClientCommands::isNetwork)) {
            throw Refusal.parameter("Parameter 'address' must be addresses, or ranges such as 10.1.0.0/16, with commas"
                    + " between them");
        }
        if (command.secret() != null && !Censored.is(command.secret())) {
            checkSecret(command.secret().utf8().length);
        }
        if (command.certificates() != null && !command.certificates().isBlank()) {
            checkCertificates(command.certificates());
        }
    }

    private static void checkSecret(int length) {
        if (length > LONGEST_SECRET || (length > 0 && length < SHORTEST_SECRET)) {
            throw Refusal.parameter(
                    "Parameter 'secret' must have from " + SHORTEST_SECRET + " to " + LONGEST_SECRET + " bytes");
        }
    }

    private static void checkCertificates(String pem) {
        try {
            ClientCertificates.of(pem);
        } catch (IllegalArgumentException unreadable) {
            throw Refusal.parameter("Parameter 'certificates' must be certificates in PEM");
        }
    }

    private static Stream<String> networks(String address) {
        return Stream.of(address.split(",", -1)).map(String::strip);
    }

    private static boolean isNetwork(String text) {
        return Network.parse(text).isPresent();
    }

    private RadiusClientSettings changed(RadiusClientSettings before, SaveRadiusClient command) {
        RadiusClientSettings changed = new RadiusClientSettings(
                requireNonNullElse(command.address(), before.address()),
                requireNonNullElse(command.transport(), before.transport()),
                secret(before.secret(), command),
                requireNonNullElse(command.certificates(), before.certificates()),
                requireNonNullElse(command.certificateName(), before.certificateName()),
                requireNonNullElse(command.signatureRequired(), before.signatureRequired()),
                requireNonNullElse(command.realm(), before.realm()),
                requireNonNullElse(command.callerAddress(), before.callerAddress()),
                requireNonNullElse(command.description(), before.description()));
        requireProof(changed);
        return changed;
    }

    private Sealed secret(Sealed before, SaveRadiusClient command) {
        return command.secret() == null
                ? before
                : secrets.replacing(
                        before, RadiusClientDefinition.KIND.passwordBinding(command.name()), command.secret());
    }

    /** Nobody may ask who proves nothing. */
    private static void requireProof(RadiusClientSettings settings) {
        if (settings.address().isBlank()) {
            throw Refusal.missing("address");
        }
        if (settings.transport() == RadiusTransport.UDP && settings.secret() == null) {
            throw Refusal.missing("secret");
        }
        if (settings.transport() == RadiusTransport.TLS
                && settings.certificates().isBlank()) {
            throw Refusal.missing("certificates");
        }
    }
}
