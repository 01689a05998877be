package org.symbolon.cli.eventcounter;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts one down, as an event handler does. */
@Command(name = "decrease", description = "Count one down, not below zero unless that is allowed.")
final class CounterDecreaseCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "NAME", description = "The counter's name.")
    private String name;

    @Option(names = "--below-zero", description = "Let the value become less than zero.")
    private boolean belowZero;

    @Mixin
    private SharedOptions options;

    CounterDecreaseCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        long value = backend.ask(options, EventCounters.class, counters -> counters.decrease(name, belowZero));
        specification.commandLine().getOut().printf("%s is %d.%n", name, value);
    }
}
