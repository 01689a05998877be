package org.symbolon.cli.periodictask;

import java.util.Optional;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs one periodic task in any case. */
@Command(
        name = "run-manually",
        aliases = "run_manually",
        description = {
            "Run a periodic task now, also if it is not active, not due or not this node's (--node).",
            "The run is recorded as that of this node."
        })
final class CronRunManuallyCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Option(
            names = {"-t", "--task"},
            paramLabel = "NAME",
            required = true,
            description = "The name of the task.")
    private String name;

    @Option(names = "-n", paramLabel = "NAME", description = "The same as --node.")
    private Optional<String> node = Optional.empty();

    @Mixin
    private SharedOptions options;

    CronRunManuallyCommand(Backend backend) {
        this.backend = backend;
    }

    /** A server is its own node. */
    @Override
    public boolean isForServer() {
        return node.isEmpty();
    }

    @Override
    public void run() {
        node.ifPresent(options::useNode);
        PeriodicTasks.Run run = backend.ask(options, PeriodicTasks.class, tasks -> tasks.runNow(name));
        if (run.failed()) {
            throw new CommandFailedException(name + " failed: " + run.failure());
        }
        specification.commandLine().getOut().println(name + " has run.");
    }
}
