package org.symbolon.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.symbolon.cli.audit.AuditLines;
import org.symbolon.cli.audit.AuditTrail;
import org.symbolon.cli.benchmark.SampleData;
import org.symbolon.cli.events.EventLog;
import org.symbolon.cli.kernel.Progress;
import org.symbolon.cli.projections.ReadModels;

/** Two read models, an audit and an event log that answer what a test wants. */
final class FakeMaintenance implements ReadModels, AuditTrail, AuditLines, EventLog, SampleData {
    /** The token that both events are about. */
    static final String KNOWN_TOKEN = "HOTP0001";

    final List<List<String>> rebuilt = new ArrayList<>();
    final List<String> findings = new ArrayList<>();
    final List<String> unreadable = new ArrayList<>();
    final List<Selection> selections = new ArrayList<>();
    final List<Rotation> rotations = new ArrayList<>();
    final List<Optional<Duration>> ages = new ArrayList<>();
    Removal removal = new Removal(1, 4_999, 5_001);

    @Override
    public List<String> names() {
        return List.of("admin", "token");
    }

    @Override
    public List<Status> list() {
        return List.of(
                new Status("admin", "inline", 12, 0, List.of(new Table("admin", 3, false))),
                new Status(
                        "token",
                        "inline, counters trailing",
                        10,
                        2,
                        List.of(new Table("token", 7, false), new Table("tokeninfo", 200_000, true))));
    }

    @Override
    public Outcome rebuild(List<String> names, Progress progress) {
        rebuilt.add(names);
        return new Outcome(
                List.of("admin", "token"), 12_000, Duration.ofMillis(1500), Duration.ofMillis(20), unreadable);
    }

    @Override
    public Comparison rebuildAndCompare(Progress progress) {
        return new Comparison(rebuild(List.of(), progress), List.of("token"), List.of("token"));
    }

    @Override
    public Verdict verify(Progress progress) {
        return new Verdict(1234, 5678, Duration.ofMillis(250), findings, List.of());
    }

    @Override
    public String prove(long row, long since) {
        return "proof of " + row + " since " + since + "\n";
    }

    @Override
    public String publicKey() {
        return "a public key\n";
    }

    @Override
    public Removal rotate(Rotation rotation, Progress progress) {
        rotations.add(rotation);
        return removal;
    }

    @Override
    public void read(Duration age, Consumer<String> line) {
        ages.add(Optional.ofNullable(age));
        line.accept("'1','POST /auth'\n");
        line.accept("'2','GET /token/'\n");
    }

    @Override
    public Filled fill(long tokens, long requests, Progress progress) {
        return new Filled(tokens + requests, Duration.ofSeconds(2), Duration.ofMillis(500), tokens, requests);
    }

    @Override
    public long read(Selection selection, Consumer<String> line) {
        selections.add(selection);
        if (selection.serial().filter(serial -> !serial.equals(KNOWN_TOKEN)).isPresent() || selection.from() > 2) {
            return 0;
        }
        line.accept("{\"index\":1}");
        line.accept("{\"index\":2}");
        return 2;
    }
}
