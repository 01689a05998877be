package org.symbolon.cli.realm;

import java.util.Map;
import org.symbolon.cli.configuration.ConfigurationTools;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.thing.ConfiguredThings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes the mark of the default from the realm that has it. */
@Command(name = "clear-default", description = "Have no default realm.")
final class RealmClearDefaultCommand implements Runnable, ByServer {
    private static final String DEFAULT = "default";

    private final Backend backend;

    @Mixin
    private SharedOptions options;

    RealmClearDefaultCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        backend.use(options, ConfigurationTools.class, tools -> {
            ConfiguredThings realms = new ConfiguredThings(tools, "realm", backend.account());
            String marked = realms.all().entrySet().stream()
                    .filter(realm -> Boolean.TRUE.equals(realm.getValue().get(DEFAULT)))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElseThrow(() -> new CommandFailedException("there is no default realm"));
            realms.change(marked, DEFAULT, false);
        });
    }
}
