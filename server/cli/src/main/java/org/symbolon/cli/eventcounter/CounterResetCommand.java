package org.symbolon.cli.eventcounter;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets all nodes begin to count anew. */
@Command(name = "reset", description = "Set a counter to zero on all nodes.")
final class CounterResetCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "NAME", description = "The counter's name.")
    private String name;

    @Mixin
    private SharedOptions options;

    CounterResetCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        backend.use(options, EventCounters.class, counters -> counters.reset(name));
        specification.commandLine().getOut().printf("%s is 0.%n", name);
    }
}
