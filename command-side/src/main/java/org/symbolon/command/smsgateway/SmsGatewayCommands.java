package org.symbolon.command.smsgateway;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.secret.SealedConfig;
import org.symbolon.command.secret.port.Binding;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.smsgateway.port.SmsGateways;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.shared.Secret;
import org.symbolon.events.smsgateway.SmsGatewaySettings;

/** What administrators do to the definitions of SMS gateways. */
public class SmsGatewayCommands {

    private static final int DESCRIPTION = 1024;
    private static final int VALUE = 10_000;

    private final Definitions<SmsGateway, SmsGatewaySettings> gateways;
    private final SmsGateways known;
    private final Set<String> providers;
    private final SealedConfig sealing;

    public SmsGatewayCommands(
            Definitions<SmsGateway, SmsGatewaySettings> gateways,
            SmsGateways known,
            Set<String> providers,
            SecretVault vault) {
        this.gateways = gateways;
        this.known = known;
        this.providers = providers;
        this.sealing = new SealedConfig(vault);
    }

    /** The number of the gateway. */
    @CommandHandler
    public int handle(SaveSmsGateway command) throws Exception {
        gateways.checkName("name", command.identifier());
        Limits.check("description", command.description(), DESCRIPTION);
        if (!providers.contains(command.provider())) {
            throw Refusal.parameter("Unknown SMS provider in parameter 'module'");
        }
        return gateways.save(
                command.identifier(), before -> before == null ? first(command) : changed(before, command));
    }

    private SmsGatewaySettings first(SaveSmsGateway command) {
        return settings(command, Objects.requireNonNullElse(command.description(), ""), Map.of(), Map.of());
    }

    private SmsGatewaySettings changed(SmsGatewaySettings before, SaveSmsGateway command) {
        return settings(command, command.description(), before.options(), before.headers());
    }

    private SmsGatewaySettings settings(
            SaveSmsGateway command,
            String description,
            Map<String, ConfigEntry> options,
            Map<String, ConfigEntry> headers) {
        return new SmsGatewaySettings(
                command.provider(),
                description,
                replacing(key -> SmsGateway.KIND.entryBinding(command.identifier(), key), options, command.options()),
                replacing(key -> SmsGateway.headerBinding(command.identifier(), key), headers, command.headers()));
    }

    private Map<String, ConfigEntry> replacing(
            Function<String, Binding> bindings, Map<String, ConfigEntry> before, Map<String, Secret> given) {
        Map<String, ConfigEntry> entries = new HashMap<>();
        given.forEach((key, value) -> {
            Limits.check(key, key, Limits.SETTING_KEY);
            Limits.check(key, value.reveal(), VALUE);
            ConfigEntry former = before.get(key);
            if (!SecretOptions.contain(key)) {
                entries.put(key, ConfigEntry.plain(value.reveal()));
            } else if (!Censored.is(value)) {
                entries.put(key, sealing.sealed(bindings.apply(key), value, former, "password", ""));
            } else if (former != null) {
                entries.put(key, former);
            }
        });
        before.forEach((key, former) -> {
            if (!entries.containsKey(key)) {
                sealing.erase(former);
            }
        });
        return entries;
    }

    /** The number of the row that is gone. */
    @CommandHandler
    public long handle(RemoveSmsGatewayOption command) {
        OptionalLong row = known.optionId(command.number(), command.header(), command.key());
        if (row.isEmpty()) {
            throw Refusal.notFound("The requested SMSGatewayOption could not be found.");
        }
        String identifier = known.identifierOf(command.number()).orElseThrow(gateways::notFound);
        gateways.alter(identifier, gateway -> remove(gateway, command));
        return row.getAsLong();
    }

    private void remove(SmsGateway gateway, RemoveSmsGatewayOption command) {
        SmsGatewaySettings settings = gateway.settings();
        ConfigEntry former = (command.header() ? settings.headers() : settings.options()).get(command.key());
        if (former != null) {
            sealing.erase(former);
        }
        if (command.header()) {
            gateway.removeHeader(command.key());
            return;
        }
        gateway.removeOption(command.key());
    }

    /** The number of the gateway that is gone. */
    @CommandHandler
    public int handle(DeleteSmsGateway command) {
        return gateways.delete(command.identifier(), this::erase);
    }

    private void erase(SmsGatewaySettings settings) {
        settings.options().values().forEach(sealing::erase);
        settings.headers().values().forEach(sealing::erase);
    }
}
