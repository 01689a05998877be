package org.symbolon.cli.configuration;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what 'config apply' would do. */
@Command(
        name = "plan",
        description = {
            "Show what 'config apply' would do with these files, and change nothing.",
            "+ is made, ~ is changed, - is deleted. No secret is shown."
        })
final class ConfigPlanCommand implements Callable<Integer>, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "PATH", description = "A file, or a directory with files that end in .yaml or .yml.")
    private Path path;

    @Option(names = "--prune", description = "Delete what the files do not name, of the kinds that they speak of.")
    private boolean prune;

    @Option(names = "--check", description = "End with code 1 if there is anything to do.")
    private boolean check;

    @Mixin
    private SharedOptions options;

    ConfigPlanCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public Integer call() {
        ConfigurationTools.Wanted wanted = new ConfigurationFiles(backend.caller()).read(path);
        ConfigurationTools.Plan plan =
                backend.reading().ask(options, ConfigurationTools.class, tools -> tools.plan(wanted, prune));
        PrintedPlan.print(plan, specification.commandLine().getOut());
        return check && !plan.changes().isEmpty() ? ExitCode.SOFTWARE : ExitCode.OK;
    }
}
