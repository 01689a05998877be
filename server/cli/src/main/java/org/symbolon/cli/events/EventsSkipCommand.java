package org.symbolon.cli.events;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets an event that cannot be read count for nothing. */
@Command(
        name = "skip",
        description = {
            "Let an event that cannot be read count for nothing. It stays in the database as it is; that it is left out is"
                    + " written beside it and into the audit.",
            "What it said is lost: that a token was disabled, for one. An event that can be read cannot be left out."
        })
final class EventsSkipCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Option(
            names = "--index",
            paramLabel = "N",
            required = true,
            description = "The event, as 'events check' names it.")
    private long index;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, for whoever reads the audit.")
    private String reason;

    @Mixin
    private SharedOptions options;

    EventsSkipCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        EventMending.Correction done =
                backend.reading().ask(options, EventMending.class, events -> events.skip(index, reason));
        CorrectedEvent.print(specification.commandLine().getOut(), done);
    }
}
