package org.symbolon.cli.eventcounter;

import java.util.List;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.kernel.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the counters of all nodes. */
@Command(name = "list", description = "List all counters with their values, each the sum over all nodes.")
final class CounterListCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Mixin
    private SharedOptions options;

    CounterListCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        TextTable table = new TextTable("NAME", "VALUE");
        List<EventCounters.Counter> counters = backend.reading().ask(options, EventCounters.class, EventCounters::list);
        counters.forEach(counter -> table.add(counter.name(), Long.toString(counter.value())));
        table.print(specification.commandLine().getOut());
    }
}
