package org.symbolon.cli.monitoring;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.kernel.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Tells figures of any past moment: they are computed from the facts, whoever thought of noting them then. */
@Command(
        name = "stats",
        description = {
            "Tell how many tokens there were, how many users had an enabled one, and how log-ins ended.",
            "With --at: at that moment, and in its hour. With --from: at that moment and after each step up to --to."
        },
        footer = {
            "",
            "A TIME is one as in 2026-11-24T12:34:00Z; without zone it is local time. A STEP is a number with one of the"
                    + " letters s, m, h, d. Log-ins are counted by whole hours (UTC), those of a longer step together."
        })
final class StatsCommand implements Runnable {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final long MOST_STEPS = 10_000;

    private final Backend backend;
    private final Clock clock;

    @Spec
    private CommandSpec specification;

    @Option(names = "--at", paramLabel = "TIME", description = "The moment that is asked about. Default: now.")
    private Optional<Instant> at;

    @Option(names = "--from", paramLabel = "TIME", description = "The first of several moments.")
    private Optional<Instant> from;

    @Option(names = "--to", paramLabel = "TIME", description = "When to stop. Default: now.")
    private Optional<Instant> to;

    @Option(names = "--step", paramLabel = "STEP", description = "How far apart the moments are. Default: 1h.")
    private Optional<Duration> step;

    @Mixin
    private SharedOptions options;

    StatsCommand(Backend backend, Clock clock) {
        this.backend = backend;
        this.clock = clock;
    }

    @Override
    public void run() {
        if (from.isEmpty()) {
            tellMoment();
            return;
        }
        if (at.isPresent()) {
            throw misuse("give either --at or --from");
        }
        tellSeries(from.get(), to.orElse(clock.instant()), step.orElse(HOUR));
    }

    private void tellMoment() {
        if (to.isPresent() || step.isPresent()) {
            throw misuse("--to and --step need --from");
        }
        Instant moment = at.orElse(clock.instant());
        Instant hour = moment.truncatedTo(ChronoUnit.HOURS);
        backend.reading().use(options, Statistics.class, statistics -> {
            print(List.of(statistics.at(moment)));
            printLogins(statistics.logins(hour, hour.plus(HOUR), HOUR));
        });
    }

    private void tellSeries(Instant first, Instant last, Duration distance) {
        if (last.isBefore(first)) {
            throw misuse("--to must not be before --from");
        }
        if (Duration.between(first, last).dividedBy(distance) > MOST_STEPS) {
            throw misuse("there must not be more than " + MOST_STEPS + " steps");
        }
        Duration span = distance.compareTo(HOUR) < 0 ? HOUR : distance;
        backend.reading().use(options, Statistics.class, statistics -> {
            print(statistics.series(first, last, distance));
            printLogins(statistics.logins(first, last, span));
        });
    }

    private void print(List<Statistics.Figures> series) {
        TextTable table =
                new TextTable("TIME", "TOKENS", "HARDWARE", "SOFTWARE", "UNASSIGNED_HARDWARE", "ASSIGNED", "USERS");
        series.forEach(figures -> table.add(
                figures.moment().truncatedTo(ChronoUnit.MILLIS).toString(),
                Long.toString(figures.tokens()),
                Long.toString(figures.hardware()),
                Long.toString(figures.software()),
                Long.toString(figures.unassignedHardware()),
                Long.toString(figures.assigned()),
                Long.toString(figures.users())));
        table.print(specification.commandLine().getOut());
    }

    private void printLogins(List<Statistics.Logins> logins) {
        PrintWriter out = specification.commandLine().getOut();
        out.println();
        if (logins.isEmpty()) {
            out.println("No log-ins.");
            return;
        }
        TextTable table = new TextTable("LOG-INS FROM", "OUTCOME", "TYPE", "REALM", "COUNT");
        logins.forEach(login -> table.add(
                login.from().toString(),
                login.outcome(),
                orDash(login.type()),
                orDash(login.realm()),
                Long.toString(login.count())));
        table.print(out);
    }

    private static String orDash(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private ParameterException misuse(String message) {
        return new ParameterException(specification.commandLine(), message);
    }
}
