package org.symbolon.command.caconnector;

import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.SealedConfig;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.shared.Existing;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.shared.ConfigEntry;

/** What administrators do to CA connectors. */
public class CaConnectorCommands {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_\\-.]+");
    private static final Set<String> TYPES = Set.of("local", "microsoft");
    private static final Set<String> SECRETS = Set.of("ssl_client_key_password");

    private final Repository<CaConnector> caConnectors;
    private final Existing<CaConnector> existing;
    private final IntSupplier nextNumber;
    private final SealedConfig sealing;

    public CaConnectorCommands(Repository<CaConnector> caConnectors, IntSupplier nextNumber, SecretVault vault) {
        this.caConnectors = caConnectors;
        this.existing = new Existing<>(caConnectors, CaConnector::present, "CAConnector");
        this.nextNumber = nextNumber;
        this.sealing = new SealedConfig(vault);
    }

    /** The number of the CA connector. */
    @CommandHandler
    public int handle(SaveCaConnector command) throws Exception {
        if (!NAME.matcher(command.name()).matches()) {
            throw Refusal.parameter("Invalid CA connector name. Must comply to [A-Za-z0-9_\\-.]+.");
        }
        Limits.check("name", command.name(), Limits.nameAfter(CaConnector.idOf("")));
        requireType(command.type());
        String name = command.name();
        Aggregate<CaConnector> caConnector = caConnectors.loadOrCreate(CaConnector.idOf(name), CaConnector::new);
        boolean present = caConnector.invoke(CaConnector::present);
        if (present && !caConnector.invoke(CaConnector::type).equals(command.type())) {
            throw Refusal.configAdmin("The CA connector '" + name + "' already exists with another type.");
        }
        Map<String, ConfigEntry> entries =
                sealing.entries(command.entries(), SECRETS, caConnector.invoke(CaConnector::entries));
        if (present) {
            caConnector.execute(found -> found.reconfigure(entries));
        } else {
            int number = nextNumber.getAsInt();
            caConnector.execute(found -> found.create(name, number, command.type(), entries));
        }
        return caConnector.invoke(CaConnector::number);
    }

    private static void requireType(String type) {
        if (!TYPES.contains(type)) {
            throw Refusal.parameter("Unknown CA connector type: '" + type + "'");
        }
    }

    /** The number of the CA connector that is gone. */
    @CommandHandler
    public int handle(DeleteCaConnector command) {
        Aggregate<CaConnector> caConnector = existing.require(CaConnector.idOf(command.name()));
        caConnector.invoke(CaConnector::entries).values().forEach(sealing::erase);
        caConnector.execute(CaConnector::delete);
        return caConnector.invoke(CaConnector::number);
    }
}
