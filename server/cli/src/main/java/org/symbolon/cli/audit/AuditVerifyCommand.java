package org.symbolon.cli.audit;

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

/** Reads the whole stream and the whole audit and says whether somebody has tampered with them. */
@Command(
        name = "verify",
        description = {
            "Find out whether events, or rows of the audit, were changed, removed or inserted.",
            "Exit code 0 if all is whole; otherwise 1, with a line for each finding."
        })
final class AuditVerifyCommand implements Callable<Integer> {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Mixin
    private SharedOptions options;

    AuditVerifyCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public Integer call() {
        AuditTrail.Verdict verdict = backend.reading().ask(options, AuditTrail.class, this::verify);
        PrintWriter out = specification.commandLine().getOut();
        double seconds = verdict.duration().toNanos() / 1e9;
        out.println(String.format(
                Locale.ROOT, "%,d events and %,d rows verified in %.2f s.", verdict.events(), verdict.rows(), seconds));
        verdict.corrections().forEach(out::println);
        verdict.findings().forEach(out::println);
        if (!verdict.findings().isEmpty()) {
            return ExitCode.SOFTWARE;
        }
        out.println("The audit is whole.");
        return ExitCode.OK;
    }

    private AuditTrail.Verdict verify(AuditTrail audit) {
        try (ProgressBar bar =
                ProgressBar.on(backend.caller(), specification.commandLine().getErr(), "events and rows")) {
            return audit.verify(bar);
        }
    }
}
