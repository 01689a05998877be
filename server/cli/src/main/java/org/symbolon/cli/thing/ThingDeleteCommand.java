package org.symbolon.cli.thing;

import org.symbolon.cli.configuration.ConfigurationTools;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Deletes one thing. */
@Command(name = "delete", description = "Delete one.")
final class ThingDeleteCommand implements Runnable, ByServer {
    private final Backend backend;
    private final String kind;

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private String name;

    @Mixin
    private SharedOptions options;

    ThingDeleteCommand(Backend backend, String kind) {
        this.backend = backend;
        this.kind = kind;
    }

    @Override
    public void run() {
        backend.use(options, ConfigurationTools.class, tools -> new ConfiguredThings(tools, kind, backend.account())
                .delete(name));
    }
}
