package org.symbolon.cli.projections;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.ProgressBar;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes read models anew from the events, beside those in use, and swaps them in. */
@Command(
        name = "rebuild",
        description = {
            "Make read models anew from the events. Servers go on answering meanwhile: the new tables are filled beside"
                    + " those in use, and swapped in at the end.",
            "What refers to one another is rebuilt together.",
            "Exit code 0 if every event could be read; 1 if the models are made without some, with a line for each."
        })
final class ProjectionsRebuildCommand implements Callable<Integer>, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "The read models, as 'projections list' names them. Default: all.")
    private List<String> names = List.of();

    @Mixin
    private SharedOptions options;

    ProjectionsRebuildCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public Integer call() {
        ReadModels.Outcome outcome = backend.ask(options, ReadModels.class, this::rebuild);
        PrintWriter out = specification.commandLine().getOut();
        out.println(sentence(outcome));
        if (outcome.unreadable().isEmpty()) {
            return ExitCode.OK;
        }
        out.println("Events that cannot be read are missing in them, and what happened to the same things later:");
        outcome.unreadable().forEach(out::println);
        return ExitCode.SOFTWARE;
    }

    private ReadModels.Outcome rebuild(ReadModels models) {
        List<String> unknown = new ArrayList<>(names);
        unknown.removeAll(models.names());
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    specification.commandLine(),
                    "there is no read model %s, only %s"
                            .formatted(String.join(", ", unknown), String.join(", ", models.names())));
        }
        try (ProgressBar bar =
                ProgressBar.on(backend.caller(), specification.commandLine().getErr(), "events")) {
            return models.rebuild(names, bar);
        }
    }

    private static String sentence(ReadModels.Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "Rebuilt %s from %,d events in %.2f s (%,.0f events/s); writers waited %.3f s.",
                String.join(", ", outcome.models()),
                outcome.events(),
                seconds(outcome.duration()),
                outcome.events() / Math.max(1e-9, seconds(outcome.duration())),
                seconds(outcome.writersWaited()));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
