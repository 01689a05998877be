package org.symbolon.cli.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.symbolon.cli.audit.AuditTrail;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.OwnCaller;
import org.symbolon.cli.kernel.ProgressBar;
import org.symbolon.cli.projections.ReadModels;

/** What an event-sourced server can prove: that its audit is whole, and that its tables follow from its events. */
final class Proof {
    private final Steps steps;
    private final Backend.RunningServer server;
    private final PrintWriter errors;

    Proof(Steps steps, Backend.RunningServer server, PrintWriter errors) {
        this.steps = steps;
        this.server = server;
        this.errors = errors;
    }

    void run() {
        steps.step("The whole audit is verified, as 'symbolon audit verify' does", this::verify);
        steps.step("All read models are made anew from the events, and compared with what they were", this::rebuild);
    }

    private String verify() {
        try (ProgressBar bar = ProgressBar.on(new OwnCaller(), errors, "rows")) {
            AuditTrail.Verdict verdict = server.bean(AuditTrail.class).verify(bar);
            verdict.findings().forEach(steps::note);
            UnexpectedException.unless(verdict.findings().isEmpty(), "the audit is not whole");
            return "%d rows, the audit is whole".formatted(verdict.rows());
        }
    }

    private String rebuild() {
        ReadModels.Comparison comparison = compare();
        List<String> changed = comparison.after().stream()
                .filter(table -> !comparison.before().contains(table))
                .toList();
        for (String table : comparison.after()) {
            steps.note("  " + table + (changed.contains(table) ? "  changed" : ""));
        }
        UnexpectedException.unless(
                comparison.before().equals(comparison.after()), "not all tables are as they were before");
        ReadModels.Outcome outcome = comparison.outcome();
        return String.format(
                Locale.ROOT,
                "%d tables from %d events in %.2f s, and nothing has changed",
                comparison.after().size(),
                outcome.events(),
                outcome.duration().toNanos() / 1e9);
    }

    private ReadModels.Comparison compare() {
        try (ProgressBar bar = ProgressBar.on(new OwnCaller(), errors, "events")) {
            return server.bean(ReadModels.class).rebuildAndCompare(bar);
        }
    }
}
