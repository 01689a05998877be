package org.symbolon.cli.doctor;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.symbolon.cli.doctor.Doctor.Check;
import org.symbolon.cli.doctor.Doctor.Result;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.ErrorLine;
import org.symbolon.cli.kernel.JsonOutput;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.kernel.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says of all that the server needs whether it can be reached and used. Its exit codes are those of monitoring plug-ins. */
@Command(
        name = "doctor",
        description = {
            "Look whether all that is defined can be reached and used, and what is about to expire: user stores, mail servers,"
                    + " gateways, RADIUS and remote servers, certificate authorities, certificates, the database, the data"
                    + " directory, the master key. Nobody is sent anything, and nothing changes.",
            "Exit code 0 if all is well, 1 if there are warnings, 2 if something failed, 3 if it could not be found out."
        },
        exitCodeOnInvalidInput = DoctorCommand.UNKNOWN,
        exitCodeOnExecutionException = DoctorCommand.UNKNOWN)
public final class DoctorCommand implements Callable<Integer> {
    static final int UNKNOWN = 3;

    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Option(
            names = "--kind",
            split = ",",
            paramLabel = "KIND",
            description = "Look at this kind alone, for instance smtpserver; may be given several times.")
    private Set<String> kinds = new LinkedHashSet<>();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Look at what has this name alone; may be given several times.")
    private Set<String> names = new LinkedHashSet<>();

    @Option(
            names = "--warn-days",
            paramLabel = "DAYS",
            defaultValue = "30",
            description = "Warn of what ends in less than so many days (default: ${DEFAULT-VALUE}).")
    private int warnDays;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "15",
            description = "Look at each thing for so long at most (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Option(names = "--json", description = "Write JSON instead of a table.")
    private boolean json;

    @Mixin
    private SharedOptions options;

    public DoctorCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public Integer call() {
        if (warnDays < 0 || timeout < 1) {
            throw misused("--warn-days and --timeout are no numbers below 0 and 1");
        }
        List<Check> checks = checks();
        if (checks.isEmpty() && !names.isEmpty()) {
            throw misused("there is nothing called " + String.join(" or ", names));
        }
        Result worst = checks.stream()
                .map(Check::result)
                .max(Comparator.naturalOrder())
                .orElse(Result.OK);
        PrintWriter out = specification.commandLine().getOut();
        if (json) {
            out.println(JsonOutput.of(asMap(worst, checks)));
        } else {
            print(checks, out);
        }
        return exitCode(worst);
    }

    private ParameterException misused(String why) {
        return new ParameterException(specification.commandLine(), why);
    }

    /** That the server's data cannot be come by is a finding as well, and the only one. */
    private List<Check> checks() {
        try {
            return backend.reading().ask(options, Doctor.class, this::examined);
        } catch (CommandFailedException closed) {
            return List.of(new Check("server", "data", Result.FAILED, ErrorLine.of(closed), Optional.empty()));
        }
    }

    private List<Check> examined(Doctor doctor) {
        List<String> known = doctor.kinds();
        kinds.stream().filter(kind -> !known.contains(kind)).findFirst().ifPresent(unknown -> {
            throw misused("there is no kind %s, only %s".formatted(unknown, String.join(", ", known)));
        });
        return doctor.examine(new Doctor.Wish(kinds, names, warnDays, Duration.ofSeconds(timeout)));
    }

    private static void print(List<Check> checks, PrintWriter out) {
        TextTable table = new TextTable("RESULT", "KIND", "NAME", "FINDING");
        checks.forEach(check -> table.add(check.result().word(), check.kind(), check.name(), check.text()));
        table.print(out);
    }

    private static Map<String, Object> asMap(Result worst, List<Check> checks) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("result", worst.word());
        all.put("checks", checks.stream().map(DoctorCommand::asMap).toList());
        return all;
    }

    private static Map<String, Object> asMap(Check check) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("kind", check.kind());
        shown.put("name", check.name());
        shown.put("result", check.result().word());
        shown.put("text", check.text());
        check.until().map(Instant::toString).ifPresent(until -> shown.put("until", until));
        return shown;
    }

    private static int exitCode(Result worst) {
        return switch (worst) {
            case OK, UNCHECKED -> 0;
            case WARNING -> 1;
            case FAILED -> 2;
        };
    }
}
