package org.symbolon.cli.policy;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.JsonOutput;
import org.symbolon.cli.kernel.ProgressBar;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.kernel.TextFile;
import org.symbolon.cli.kernel.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tries a draft of policies on the requests of the past. */
@Command(
        name = "whatif",
        description = {
            "Replay the recorded requests of a period against the policies with a draft in place, and tell which would"
                    + " have come out differently.",
            "Nothing is changed, and nothing is sent."
        },
        footer = {
            "",
            "A TIME is one as in 2026-11-24T12:34:00Z; without zone it is local time. Where a policy wants to know what is"
                    + " not recorded of a request, the request is counted as undecided."
        })
final class PolicyWhatIfCommand implements Runnable {
    private final Backend backend;
    private final Clock clock;

    @Spec
    private CommandSpec specification;

    @Option(
            names = "--draft",
            paramLabel = "FILE",
            description = "The policies that would be made or changed, as 'policy export' writes them or as JSON.")
    private Optional<Path> draft;

    @Option(
            names = "--remove",
            paramLabel = "NAME",
            description = "A policy that would be deleted. May be given again.")
    private List<String> removed = List.of();

    @Option(names = "--from", required = true, paramLabel = "TIME", description = "When the period begins.")
    private Instant from;

    @Option(names = "--to", paramLabel = "TIME", description = "When it ends. Default: now.")
    private Optional<Instant> to;

    @Option(
            names = "--examples",
            paramLabel = "N",
            description = "How many requests that would have come out differently are shown. Default: 20.")
    private int examples = 20;

    @Option(names = "--json", description = "Write JSON instead of tables.")
    private boolean json;

    @Mixin
    private SharedOptions options;

    PolicyWhatIfCommand(Backend backend, Clock clock) {
        this.backend = backend;
        this.clock = clock;
    }

    @Override
    public void run() {
        if (draft.isEmpty() && removed.isEmpty()) {
            throw misuse("say what would be different, with --draft or --remove");
        }
        Instant end = to.orElse(clock.instant());
        if (end.isBefore(from)) {
            throw misuse("--to must not be before --from");
        }
        String text = draft.map(file -> TextFile.read(backend.caller(), file)).orElse("");
        PolicyTools.Trial trial = new PolicyTools.Trial(text, removed, from, end, Math.max(0, examples));
        PolicyTools.WhatIf found =
                backend.reading().ask(options, PolicyTools.class, policies -> replay(policies, trial));
        PrintWriter out = specification.commandLine().getOut();
        if (json) {
            out.println(JsonOutput.of(found));
            return;
        }
        print(found, out);
    }

    private PolicyTools.WhatIf replay(PolicyTools policies, PolicyTools.Trial trial) {
        try (ProgressBar bar =
                ProgressBar.on(backend.caller(), specification.commandLine().getErr(), "events")) {
            return policies.whatIf(trial, bar);
        }
    }

    private static void print(PolicyTools.WhatIf found, PrintWriter out) {
        double seconds = found.duration().toNanos() / 1e9;
        out.println(String.format(
                Locale.ROOT,
                "Replayed %,d recorded requests in %.2f s (%,.0f requests/s): %,d would have come out differently, %,d are"
                        + " undecided.",
                found.requests(),
                seconds,
                found.requests() / Math.max(1e-9, seconds),
                found.differing(),
                found.undecided()));
        if (!found.actions().isEmpty()) {
            out.println();
            printActions(found, out);
        }
        if (!found.examples().isEmpty()) {
            out.println();
            printRealms(found, out);
            out.println();
            printExamples(found, out);
        }
    }

    private static void printActions(PolicyTools.WhatIf found, PrintWriter out) {
        TextTable table = new TextTable("ACTION", "LOST", "GAINED", "CHANGED", "UNDECIDED");
        found.actions()
                .forEach((action, counts) -> table.add(
                        action,
                        Long.toString(counts.lost()),
                        Long.toString(counts.gained()),
                        Long.toString(counts.changed()),
                        Long.toString(counts.undecided())));
        table.print(out);
    }

    private static void printRealms(PolicyTools.WhatIf found, PrintWriter out) {
        TextTable table = new TextTable("REALM", "REQUESTS");
        found.realms().forEach((realm, count) -> table.add(orDash(realm), Long.toString(count)));
        table.print(out);
    }

    private static void printExamples(PolicyTools.WhatIf found, PrintWriter out) {
        TextTable table = new TextTable(
                "TIME", "ENDPOINT", "USER", "REALM", "ADMIN", "CLIENT", "ACTION", "BEFORE", "AFTER", "POLICIES");
        for (PolicyTools.Example example : found.examples()) {
            for (PolicyTools.Change change : example.changes()) {
                table.add(
                        example.time().toString(),
                        example.endpoint(),
                        orDash(example.user()),
                        orDash(example.realm()),
                        orDash(example.administrator()),
                        orDash(example.client()),
                        change.action(),
                        change.before(),
                        change.after(),
                        orDash(String.join(", ", change.policiesAfter())));
            }
        }
        table.print(out);
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private ParameterException misuse(String message) {
        return new ParameterException(specification.commandLine(), message);
    }
}
