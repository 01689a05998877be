package org.symbolon.cli.benchmark;

import java.util.Locale;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ProgressBar;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Gives a server as many tokens and rows of the audit as a measurement wants, by the events that would have made them. */
@Command(
        name = "fill",
        description = {
            "Add made-up tokens, their owners and made-up requests to the audit. They are written as events, and the read"
                    + " models are projected from those, as everything else is.",
            "Nobody can log in with these tokens. A server that has other tokens than such is refused. What was added"
                    + " can be taken away by removing the data directory only."
        })
final class BenchFillCommand implements Runnable {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Option(names = "--tokens", paramLabel = "N", description = "How many tokens to add. Default: none.")
    private long tokens;

    @Option(names = "--audit", paramLabel = "M", description = "How many rows to add to the audit. Default: none.")
    private long requests;

    @Mixin
    private SharedOptions options;

    BenchFillCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        if (tokens < 0 || requests < 0 || tokens + requests == 0) {
            throw new ParameterException(
                    specification.commandLine(), "say how much to add, as in --tokens 1000 --audit 1000");
        }
        SampleData.Filled filled = backend.ask(options, SampleData.class, this::fill);
        specification.commandLine().getOut().println(sentence(filled));
    }

    private SampleData.Filled fill(SampleData data) {
        try (ProgressBar bar =
                ProgressBar.on(backend.caller(), specification.commandLine().getErr(), "events")) {
            return data.fill(tokens, requests, bar);
        }
    }

    private static String sentence(SampleData.Filled filled) {
        double appending = filled.appending().toNanos() / 1e9;
        return String.format(
                Locale.ROOT,
                "Appended %,d events in %.2f s (%,.0f events/s), read models came up %.2f s later: %,d tokens, %,d rows of the"
                        + " audit.",
                filled.events(),
                appending,
                filled.events() / Math.max(1e-9, appending),
                filled.following().toNanos() / 1e9,
                filled.tokens(),
                filled.auditRows());
    }
}
