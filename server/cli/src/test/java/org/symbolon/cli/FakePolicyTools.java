package org.symbolon.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.symbolon.cli.kernel.Progress;
import org.symbolon.cli.policy.PolicyTools;

/** Policies of which everything is known beforehand, and what was asked for. */
final class FakePolicyTools implements PolicyTools {
    final List<Asked> asked = new ArrayList<>();
    final List<Trial> trials = new ArrayList<>();
    final List<String> imported = new ArrayList<>();
    final List<Explained> explained = new ArrayList<>();
    WhatIf found = new WhatIf(0, 0, 0, Duration.ofSeconds(1), Map.of(), Map.of(), List.of());

    static final WhatIf SOME = new WhatIf(
            50_000,
            2,
            1,
            Duration.ofSeconds(2),
            Map.of("", 1L, "realm1", 1L),
            Map.of("admin/enable", new Counts(2, 0, 0, 1)),
            List.of(new Example(
                    Instant.parse("2026-11-24T12:00:00Z"),
                    "POST /token/enable",
                    "",
                    "realm1",
                    "anna",
                    "10.0.0.1",
                    List.of(new Change("admin/enable", "allowed", "refused", List.of(), List.of("p", "q"))))));

    @Override
    public List<Explained> explain(Asked question) {
        asked.add(question);
        return explained;
    }

    @Override
    public WhatIf whatIf(Trial trial, Progress progress) {
        trials.add(trial);
        progress.at(1, 1);
        return found;
    }

    @Override
    public String export() {
        return "[p]\nname = p\n";
    }

    @Override
    public ImportedPolicies importAll(String file) {
        imported.add(file);
        return new ImportedPolicies(1, 0, 2);
    }
}
