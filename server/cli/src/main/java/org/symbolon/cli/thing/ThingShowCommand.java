package org.symbolon.cli.thing;

import java.io.PrintWriter;
import java.util.Map;
import org.symbolon.cli.configuration.ConfigurationExport;
import org.symbolon.cli.configuration.ConfigurationTools;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one thing as files have it. */
@Command(name = "show", description = "Show one as 'config export' writes it; secrets are censored.")
final class ThingShowCommand implements Runnable, ByServer {
    private final Backend backend;
    private final String kind;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "NAME", description = "Its name.")
    private String name;

    @Mixin
    private SharedOptions options;

    ThingShowCommand(Backend backend, String kind) {
        this.backend = backend;
        this.kind = kind;
    }

    @Override
    public void run() {
        Map<String, Object> fields = backend.reading()
                .ask(options, ConfigurationTools.class, tools -> new ConfiguredThings(tools, kind, backend.account())
                        .one(name));
        PrintWriter out = specification.commandLine().getOut();
        out.print(ConfigurationExport.text(Map.of(kind, Map.of(name, fields))));
        out.flush();
    }
}
