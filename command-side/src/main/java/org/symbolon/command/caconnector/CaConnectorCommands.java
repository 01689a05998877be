package org.symbolon.command.caconnector;

import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.command.definition.Configured;
import org.symbolon.command.definition.Definitions;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.events.definition.TypedEntries;

/** What administrators do to CA connectors. */
public class CaConnectorCommands {

    private static final Set<String> TYPES = Set.of("local", "microsoft", "openssl");
    /** The keys of the entries that are secrets whatever anybody says. */
    public static final Set<String> SECRETS = Set.of("ssl_client_key_password", "cakey_password");

    private final Definitions<CaConnector, TypedEntries> connectors;
    private final Configured configured;

    public CaConnectorCommands(Definitions<CaConnector, TypedEntries> connectors, SecretVault vault) {
        this.connectors = connectors;
        this.configured = new Configured(CaConnector.KIND, "CA connector", vault);
    }

    /** The number of the CA connector. */
    @CommandHandler
    public int handle(SaveCaConnector command) throws Exception {
        String name = command.name();
        configured.checkName(name);
        connectors.checkName("name", name);
        if (!TYPES.contains(command.type())) {
            throw Refusal.parameter("Unknown CA connector type: '" + command.type() + "'");
        }
        return connectors.save(name, configured.written(name, command.type(), command.entries(), SECRETS));
    }

    /** The number of the CA connector that is gone. */
    @CommandHandler
    public int handle(DeleteCaConnector command) {
        return connectors.delete(command.name(), configured::erase);
    }
}
