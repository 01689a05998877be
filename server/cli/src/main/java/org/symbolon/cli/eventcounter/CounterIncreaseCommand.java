package org.symbolon.cli.eventcounter;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts one up, as an event handler does. */
@Command(name = "increase", description = "Count one up. A counter that is not there begins at zero.")
final class CounterIncreaseCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "NAME", description = "The counter's name.")
    private String name;

    @Mixin
    private SharedOptions options;

    CounterIncreaseCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        long value = backend.ask(options, EventCounters.class, counters -> counters.increase(name));
        specification.commandLine().getOut().printf("%s is %d.%n", name, value);
    }
}
