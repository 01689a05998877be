package org.symbolon.cli.events;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ProgressBar;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads the whole stream and names each event that cannot be read. */
@Command(
        name = "check",
        description = {
            "Read all events and name those that cannot be read: changed ones, ones of a later version, ones whose payload"
                    + " is none, and ones that read models lack. Nothing is changed.",
            "Exit code 0 if there is none; otherwise 1, with a line for each."
        })
final class EventsCheckCommand implements Callable<Integer> {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Mixin
    private SharedOptions options;

    EventsCheckCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public Integer call() {
        EventMending.Check found = backend.reading().ask(options, EventMending.class, this::check);
        PrintWriter out = specification.commandLine().getOut();
        out.println(String.format(
                Locale.ROOT,
                "%,d events were read, %,d cannot be.",
                found.events(),
                found.unreadable().size()));
        found.unreadable().forEach(out::println);
        found.corrections().forEach(out::println);
        if (!found.lacking().isEmpty()) {
            out.println("Read models lack these events until 'symbolon projections rebuild' makes them anew:");
            found.lacking().forEach(out::println);
        }
        return found.unreadable().isEmpty() && found.lacking().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private EventMending.Check check(EventMending events) {
        try (ProgressBar bar =
                ProgressBar.on(backend.caller(), specification.commandLine().getErr(), "events")) {
            return events.check(bar);
        }
    }
}
