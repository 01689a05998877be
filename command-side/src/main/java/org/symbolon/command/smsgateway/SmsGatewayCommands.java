package org.symbolon.command.smsgateway;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.secret.SealedConfig;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Existing;
import org.symbolon.command.shared.Limits;
import org.symbolon.command.smsgateway.port.SmsGateways;
import org.symbolon.events.shared.ConfigEntry;
import org.symbolon.events.smsgateway.SmsGatewaySettings;

/** What administrators do to the definitions of SMS gateways. */
public class SmsGatewayCommands {

    private static final int DESCRIPTION = 1024;
    private static final int VALUE = 10_000;

    private final Repository<SmsGateway> gateways;
    private final Existing<SmsGateway> existing;
    private final SmsGateways known;
    private final IntSupplier nextNumber;
    private final Set<String> providers;
    private final SealedConfig sealing;

    public SmsGatewayCommands(
            Repository<SmsGateway> gateways,
            SmsGateways known,
            IntSupplier nextNumber,
            Set<String> providers,
            SecretVault vault) {
        this.gateways = gateways;
        this.existing = new Existing<>(gateways, SmsGateway::present, "SMSGateway");
        this.known = known;
        this.nextNumber = nextNumber;
        this.providers = providers;
        this.sealing = new SealedConfig(vault);
    }

    /** The number of the gateway. */
    @CommandHandler
    public int handle(SaveSmsGateway command) throws Exception {
        Limits.check("name", command.identifier(), Limits.nameAfter(SmsGateway.idOf("")));
        Limits.check("description", command.description(), DESCRIPTION);
        if (!providers.contains(command.provider())) {
            throw Refusal.parameter("Unknown SMS provider in parameter 'module'");
        }
        Aggregate<SmsGateway> gateway = gateways.loadOrCreate(SmsGateway.idOf(command.identifier()), SmsGateway::new);
        String description = gateway.invoke(SmsGateway::present)
                ? command.description()
                : Objects.requireNonNullElse(command.description(), "");
        SmsGatewaySettings settings = new SmsGatewaySettings(
                command.provider(),
                description,
                replacing(gateway.invoke(SmsGateway::options), command.options()),
                replacing(gateway.invoke(SmsGateway::headers), command.headers()));
        gateway.execute(found -> found.define(command.identifier(), nextNumber, settings));
        return gateway.invoke(SmsGateway::number);
    }

    private Map<String, ConfigEntry> replacing(Map<String, ConfigEntry> before, Map<String, Secret> given) {
        Map<String, ConfigEntry> entries = new HashMap<>();
        given.forEach((key, value) -> {
            Limits.check(key, key, Limits.SETTING_KEY);
            Limits.check(key, value.reveal(), VALUE);
            ConfigEntry former = before.get(key);
            if (!SecretOptions.contain(key)) {
                entries.put(key, ConfigEntry.plain(value.reveal()));
            } else if (!Censored.is(value)) {
                entries.put(key, sealing.sealed(value, former, "password", ""));
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
        String identifier = known.identifierOf(command.number()).orElseThrow(existing::notFound);
        Aggregate<SmsGateway> gateway = existing.require(SmsGateway.idOf(identifier));
        Function<SmsGateway, Map<String, ConfigEntry>> entries =
                command.header() ? SmsGateway::headers : SmsGateway::options;
        ConfigEntry former = gateway.invoke(entries).get(command.key());
        if (former != null) {
            sealing.erase(former);
        }
        gateway.execute(found -> remove(found, command));
        return row.getAsLong();
    }

    private static void remove(SmsGateway gateway, RemoveSmsGatewayOption command) {
        if (command.header()) {
            gateway.removeHeader(command.key());
            return;
        }
        gateway.removeOption(command.key());
    }

    /** The number of the gateway that is gone. */
    @CommandHandler
    public int handle(DeleteSmsGateway command) {
        Aggregate<SmsGateway> gateway = existing.require(SmsGateway.idOf(command.identifier()));
        gateway.invoke(SmsGateway::options).values().forEach(sealing::erase);
        gateway.invoke(SmsGateway::headers).values().forEach(sealing::erase);
        gateway.execute(SmsGateway::delete);
        return gateway.invoke(SmsGateway::number);
    }
}
