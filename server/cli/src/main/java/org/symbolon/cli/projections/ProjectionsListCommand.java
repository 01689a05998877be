package org.symbolon.cli.projections;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells which read models there are, how large they are and whether they are up to date. */
@Command(
        name = "list",
        description = {
            "List the read models: name, how it is kept up to date, its position in the stream of events, by how many"
                    + " events it lags behind, and its tables with their rows (~ where the number is an estimate)."
        })
final class ProjectionsListCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Mixin
    private SharedOptions options;

    ProjectionsListCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        List<ReadModels.Status> models = backend.reading().ask(options, ReadModels.class, ReadModels::list);
        print("NAME", "KIND", "POSITION", "LAG", "TABLES");
        models.forEach(model -> print(
                model.name(),
                model.kind(),
                Long.toString(model.position()),
                Long.toString(model.lag()),
                model.tables().stream().map(ProjectionsListCommand::describe).collect(Collectors.joining(", "))));
    }

    private void print(String name, String kind, String position, String lag, String tables) {
        specification.commandLine().getOut().printf("%-15s %-26s %12s %8s  %s%n", name, kind, position, lag, tables);
    }

    private static String describe(ReadModels.Table table) {
        return String.format(Locale.ROOT, "%s %s%d", table.name(), table.estimated() ? "~" : "", table.rows());
    }
}
