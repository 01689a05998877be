package org.symbolon.cli.periodictask;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.kernel.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the periodic tasks of all nodes. */
@Command(name = "list", description = "List all periodic tasks in the order of their turns.")
final class CronListCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Mixin
    private SharedOptions options;

    CronListCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        TextTable table = new TextTable("ACTIVE", "ID", "NAME", "INTERVAL", "MODULE", "NODES", "OPTIONS");
        List<PeriodicTasks.Task> tasks = backend.reading().ask(options, PeriodicTasks.class, PeriodicTasks::list);
        for (PeriodicTasks.Task task : tasks) {
            table.add(
                    task.active() ? "yes" : "no",
                    Integer.toString(task.id()),
                    task.name(),
                    task.interval(),
                    task.module(),
                    String.join(", ", task.nodes()),
                    new TreeMap<>(task.options())
                            .entrySet().stream()
                                    .map(option -> option.getKey() + "=" + option.getValue())
                                    .collect(Collectors.joining(", ")));
        }
        table.print(specification.commandLine().getOut());
    }
}
