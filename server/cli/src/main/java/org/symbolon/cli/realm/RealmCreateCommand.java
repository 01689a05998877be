package org.symbolon.cli.realm;

import java.util.List;
import java.util.Map;
import org.symbolon.cli.configuration.ConfigurationTools;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.thing.ConfiguredThings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a realm. */
@Command(name = "create", description = "Make a realm of resolvers that there are.")
final class RealmCreateCommand implements Runnable, ByServer {
    private final Backend backend;

    @Parameters(index = "0", paramLabel = "NAME", description = "Its name.")
    private String name;

    @Parameters(index = "1", split = ",", paramLabel = "RESOLVER,...", description = "Its resolvers.")
    private List<String> resolvers;

    @Mixin
    private SharedOptions options;

    RealmCreateCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        backend.use(options, ConfigurationTools.class, tools -> new ConfiguredThings(tools, "realm", backend.account())
                .make(name, Map.of("resolvers", List.copyOf(resolvers))));
    }
}
