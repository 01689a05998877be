package org.symbolon.cli.periodictask;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the periodic tasks of a node that are due. */
@Command(
        name = "run",
        aliases = {"run_scheduled", "run-scheduled"},
        description = {
            "Run the periodic tasks that are due on this node (--node), in their order.",
            "Exit code 0 if none failed, otherwise 1."
        })
final class CronRunCommand implements Callable<Integer>, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Option(
            names = {"-d", "--dry-run", "--dryrun"},
            description = "Only say which tasks are due.")
    private boolean dryRun;

    @Option(
            names = {"-c", "--cron"},
            description = "Say nothing but what failed, as it suits a call from cron.")
    private boolean quiet;

    @Option(names = "-n", paramLabel = "NAME", description = "The same as --node.")
    private Optional<String> node = Optional.empty();

    @Mixin
    private SharedOptions options;

    CronRunCommand(Backend backend) {
        this.backend = backend;
    }

    /** A server is its own node. */
    @Override
    public boolean isForServer() {
        return node.isEmpty();
    }

    @Override
    public Integer call() {
        node.ifPresent(options::useNode);
        if (dryRun) {
            List<String> due = backend.reading().ask(options, PeriodicTasks.class, PeriodicTasks::due);
            say(
                    due.isEmpty()
                            ? List.of("No task is due.")
                            : due.stream().map(name -> name + " is due.").toList());
            return ExitCode.OK;
        }
        List<PeriodicTasks.Run> runs = backend.ask(options, PeriodicTasks.class, PeriodicTasks::runDue);
        if (runs.isEmpty()) {
            say(List.of("No task is due."));
        }
        runs.forEach(this::report);
        return runs.stream().anyMatch(PeriodicTasks.Run::failed) ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private void report(PeriodicTasks.Run run) {
        if (run.failed()) {
            specification.commandLine().getErr().println(run.name() + " failed: " + run.failure());
        } else {
            say(List.of(run.name() + " has run."));
        }
    }

    private void say(List<String> lines) {
        PrintWriter out = specification.commandLine().getOut();
        if (!quiet) {
            lines.forEach(out::println);
        }
    }
}
