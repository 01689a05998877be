package org.symbolon.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.symbolon.cli.backup.BackupFiles;
import org.symbolon.cli.backup.Backups;
import org.symbolon.cli.kernel.Progress;
import org.symbolon.cli.masterkey.MasterKeys;

/** Backups and master keys that are only noted; what is found is what a test wants. */
final class FakeBackups implements Backups, BackupFiles, MasterKeys {
    static final String FINGERPRINT = "0123456789abcdef";

    final List<String> asked = new ArrayList<>();
    final List<String> faults = new ArrayList<>();
    final List<String> unreadable = new ArrayList<>();
    Optional<String> obstacle = Optional.empty();
    Optional<String> wanted = Optional.of(FINGERPRINT);

    @Override
    public Made create(Path file, boolean withMasterKey, Progress progress) {
        asked.add("create " + file + (withMasterKey ? " with key" : ""));
        return new Made(1234, 1300, 56_789, FINGERPRINT, List.of(Path.of("data", "files")));
    }

    Restored restore(Restoration restoration) {
        asked.add("restore " + restoration);
        return new Restored("2026-12-01T02:00:00Z", FINGERPRINT, 1234, Duration.ofMillis(2500), unreadable, obstacle);
    }

    @Override
    public Report check(Path file, List<Path> masterKeys, Progress progress) {
        asked.add("check " + file + " " + masterKeys);
        return new Report(
                "1.0",
                "2026-12-01T02:00:00Z",
                "first",
                "28",
                1300,
                FINGERPRINT,
                false,
                List.of(new Part("domain_event", 1234, 56_000)),
                Optional.of(true),
                faults,
                unreadable);
    }

    @Override
    public Shown show() {
        return new Shown(
                Path.of("data", "master.key"),
                Optional.of(FINGERPRINT),
                wanted,
                Optional.of(new Prepared(Path.of("data", "master.key.next"), "fedcba9876543210")),
                List.of());
    }

    @Override
    public Prepared prepare(Optional<Path> from) {
        asked.add("prepare " + from);
        return new Prepared(Path.of("data", "master.key.next"), "fedcba9876543210");
    }

    @Override
    public Changed rotate(Optional<Path> from, Progress progress) {
        asked.add("rotate " + from);
        return new Changed(
                FINGERPRINT,
                "fedcba9876543210",
                Path.of("data", "master.key"),
                Path.of("data", "master.key." + FINGERPRINT + ".old"),
                12,
                1234);
    }
}
