package org.symbolon.cli.configuration;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes over what another server of this kind has exported. */
@Command(
        name = "import",
        description = {
            "Take over what 'edumfa-manage config exporter' or 'pi-manage config export' has written, as Python, JSON or YAML:"
                    + " all of it or nothing. What it does not name stays.",
            "Such a file holds secrets in clear. Our own files are for 'config apply'."
        })
final class ConfigImportCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "FILE", description = "The export.")
    private Path file;

    @Option(
            names = {"-t", "--type"},
            paramLabel = "KIND",
            split = ",",
            description = "Only things of this kind, such as policy; can be given several times.")
    private List<String> kinds = List.of();

    @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
    private boolean dryRun;

    @Mixin
    private SharedOptions options;

    ConfigImportCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        Object export = new ConfigurationFiles(backend.caller()).export(file);
        ConfigurationTools.Plan plan = (dryRun ? backend.reading() : backend)
                .ask(
                        options,
                        ConfigurationTools.class,
                        tools -> tools.adopt(export, file.toString(), Set.copyOf(kinds), dryRun, backend.account()));
        PrintedPlan.print(plan, specification.commandLine().getOut());
    }
}
