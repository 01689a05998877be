package org.symbolon.app.maintenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.cli.VersionCommand;
import org.symbolon.cli.backup.Backups;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.Progress;
import org.symbolon.command.audit.RecordRequest;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.store.backup.BackupException;
import org.symbolon.store.backup.BackupManifest;
import org.symbolon.store.backup.RestorationOrder;
import org.symbolon.store.backup.StoreBackup;
import org.symbolon.store.readmodel.ReadModelGroup;
import org.symbolon.store.readmodel.Rebuild;

/**
 * Makes backups, and read models of those that were put back; leaves a trace of both in the audit.
 */
@Component
public final class KeptBackups implements Backups {

    private static final String ACTOR = "command line";
    private static final List<String> FOLDERS = List.of("files", "ca", "drivers");

    private final ObjectProvider<StoreBackup> backups;
    private final ObjectProvider<Rebuild> rebuilds;
    private final ObjectProvider<CommandSender> commands;
    private final Clock clock;
    private final Path data;

    KeptBackups(
            ObjectProvider<StoreBackup> backups,
            ObjectProvider<Rebuild> rebuilds,
            ObjectProvider<CommandSender> commands,
            Clock clock,
            @Value("${symbolon.data}") Path data) {
        this.backups = backups;
        this.rebuilds = rebuilds;
        this.commands = commands;
        this.clock = clock;
        this.data = data;
    }

    @Override
    public Made create(Path file, boolean withMasterKey, Progress progress) {
        Instant started = clock.instant();
        BackupManifest manifest = explained(
                () -> backups.getObject().write(file, VersionCommand.symbolonVersion(), withMasterKey, progress::at));
        record("backup create", file, withMasterKey ? "with the master key" : null, started);
        return new Made(
                manifest.events(),
                manifest.lastPosition(),
                size(file),
                manifest.masterKey(),
                FOLDERS.stream()
                        .map(data::resolve)
                        .filter(KeptBackups::holdsAnything)
                        .toList());
    }

    /** Makes the read models of what was restored when this application began. */
    public Restored finish(RestorationOrder order, Instant started) {
        RestorationOrder.Outcome outcome = order.outcome();
        BackupManifest manifest = outcome.manifest();
        List<String> unreadable = new ArrayList<>(outcome.findings().unreadable());
        Optional<String> obstacle = rebuild(order, unreadable);
        record("backup restore", order.file(), "the backup of " + manifest.madeAt(), started);
        return new Restored(
                manifest.madeAt(),
                manifest.masterKey(),
                manifest.events(),
                Duration.between(started, clock.instant()),
                unreadable.stream().distinct().toList(),
                obstacle);
    }

    /** Answers why there could be none. */
    private Optional<String> rebuild(RestorationOrder order, List<String> unreadable) {
        try {
            Rebuild.Outcome outcome =
                    rebuilds.getObject().run(Set.of(ReadModelGroup.values()), order.progress()::accept);
            unreadable.addAll(outcome.unreadable());
            return Optional.empty();
        } catch (IllegalStateException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private void record(String command, Path file, String info, Instant started) {
        Duration duration = Duration.between(started, clock.instant());
        commands.getObject()
                .sendAs(
                        ACTOR,
                        new RecordRequest(
                                CommandFacts.of(command, String.valueOf(file.getFileName()), info, started, duration)));
    }

    private static <T> T explained(Supplier<T> work) {
        try {
            return work.get();
        } catch (BackupException failed) {
            throw new CommandFailedException(failed.getMessage(), failed);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static boolean holdsAnything(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isPresent();
        } catch (IOException absent) {
            return false;
        }
    }
}
