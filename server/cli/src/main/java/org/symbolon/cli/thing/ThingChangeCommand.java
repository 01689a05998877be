package org.symbolon.cli.thing;

import org.symbolon.cli.configuration.ConfigurationTools;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sets one field of a thing, and leaves the others. */
@Command
final class ThingChangeCommand implements Runnable, ByServer {
    private final Backend backend;
    private final String kind;
    private final String field;
    private final Object value;

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private String name;

    @Mixin
    private SharedOptions options;

    ThingChangeCommand(Backend backend, String kind, String field, Object value) {
        this.backend = backend;
        this.kind = kind;
        this.field = field;
        this.value = value;
    }

    @Override
    public void run() {
        backend.use(options, ConfigurationTools.class, tools -> new ConfiguredThings(tools, kind, backend.account())
                .change(name, field, value));
    }
}
