package org.symbolon.cli.configuration;

import java.nio.file.Path;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the configuration as files say. */
@Command(
        name = "apply",
        description = {
            "Make the configuration as these files say, all of it or nothing, and show what was done.",
            "Each change is a row in the audit, under the name of the account that runs this."
        })
final class ConfigApplyCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "PATH", description = "A file, or a directory with files that end in .yaml or .yml.")
    private Path path;

    @Option(
            names = "--prune",
            description = {
                "Delete what the files do not name, of the kinds that they speak of.",
                "Without it, what is only on the server stays."
            })
    private boolean prune;

    @Mixin
    private SharedOptions options;

    ConfigApplyCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        ConfigurationTools.Wanted wanted = new ConfigurationFiles(backend.caller()).read(path);
        ConfigurationTools.Plan done =
                backend.ask(options, ConfigurationTools.class, tools -> tools.apply(wanted, prune, backend.account()));
        PrintedPlan.print(done, specification.commandLine().getOut());
    }
}
