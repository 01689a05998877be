package org.symbolon.cli.events;

import java.nio.file.Path;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.kernel.TextFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has an event that cannot be read be read with another payload. */
@Command(
        name = "repair",
        description = {
            "Have an event that cannot be read be read with the payload in a file, such as one out of a backup. The event"
                    + " stays in the database as it is; what it is read as is written beside it, and the deed into the audit.",
            "The payload must be one of such an event, in the revision that the event says it has."
        })
final class EventsRepairCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Option(
            names = "--index",
            paramLabel = "N",
            required = true,
            description = "The event, as 'events check' names it.")
    private long index;

    @Option(names = "--payload", paramLabel = "FILE", required = true, description = "The payload, as JSON.")
    private Path payload;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Why, for whoever reads the audit.")
    private String reason;

    @Mixin
    private SharedOptions options;

    EventsRepairCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        String text = TextFile.read(backend.caller(), payload).strip();
        EventMending.Correction done =
                backend.reading().ask(options, EventMending.class, events -> events.repair(index, text, reason));
        CorrectedEvent.print(specification.commandLine().getOut(), done);
    }
}
