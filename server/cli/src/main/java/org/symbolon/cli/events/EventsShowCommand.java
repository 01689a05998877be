package org.symbolon.cli.events;

import java.io.PrintWriter;
import java.util.Optional;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints stored events for people and for scripts: a line of JSON for each, in the order of the stream. */
@Command(
        name = "show",
        description = {
            "Print stored events in their order, a line of JSON for each: index, name, revision, aggregate, sequence,"
                    + " time, payload and metadata. Secrets are masked."
        })
final class EventsShowCommand implements Runnable {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Option(names = "--token", paramLabel = "SERIAL", description = "Only the events of this token.")
    private Optional<String> serial;

    @Option(names = "--from", paramLabel = "N", description = "Begin at the event with this index. Default: the first.")
    private long from;

    @Option(names = "--limit", paramLabel = "N", description = "Stop after so many events. Default: all.")
    private long limit = Long.MAX_VALUE;

    @Mixin
    private SharedOptions options;

    EventsShowCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        PrintWriter out = specification.commandLine().getOut();
        EventLog.Selection selection = new EventLog.Selection(serial, from, Math.max(0, limit));
        backend.reading().use(options, EventLog.class, events -> {
            if (events.read(selection, line -> print(out, line)) == 0) {
                serial.ifPresent(wanted -> requireKnown(events, wanted));
            }
        });
    }

    /** That no event is left to be shown is an answer as well, but not about a token that there never was. */
    private static void requireKnown(EventLog events, String serial) {
        EventLog.Selection first = new EventLog.Selection(Optional.of(serial), 0, 1);
        if (events.read(first, line -> {}) == 0) {
            throw new CommandFailedException(
                    "there is no token %s, and never was: no event is about it".formatted(serial));
        }
    }

    /** A reader that went away, as head does, wants no more. */
    private static void print(PrintWriter out, String line) {
        out.println(line);
        if (out.checkError()) {
            throw new CommandFailedException("standard output was closed");
        }
    }
}
