package org.symbolon.app.maintenance;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.symbolon.cli.backup.BackupFiles;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.Progress;
import org.symbolon.store.backup.BackupArchive;
import org.symbolon.store.backup.BackupCheck;
import org.symbolon.store.backup.BackupException;
import org.symbolon.store.backup.BackupManifest;
import org.symbolon.store.vault.MasterKey;
import org.symbolon.store.vault.MasterKeyFiles;
import org.symbolon.store.vault.MasterKeyUnusableException;

/** Looks at backups without an application around it. */
public final class CheckedBackups implements BackupFiles {

    @Override
    public Report check(Path file, List<Path> masterKeys, Progress progress) {
        try (BackupArchive archive = BackupArchive.open(file)) {
            BackupManifest manifest = archive.manifest();
            Optional<MasterKey> key = masterKeys.stream()
                    .flatMap(candidate -> MasterKeyFiles.at(candidate).stream())
                    .filter(candidate -> candidate.fingerprint().equals(manifest.masterKey()))
                    .findFirst();
            BackupCheck.Findings findings = BackupCheck.of(archive, key, progress::at);
            return new Report(
                    manifest.madeBy(),
                    manifest.madeAt(),
                    manifest.node(),
                    manifest.storeVersion(),
                    manifest.lastPosition(),
                    manifest.masterKey(),
                    manifest.holdsMasterKey(),
                    manifest.tables().stream()
                            .map(table -> new Part(table.name(), table.rows(), table.bytes()))
                            .toList(),
                    findings.sealed(),
                    findings.faults(),
                    findings.unreadable());
        } catch (BackupException | MasterKeyUnusableException failed) {
            throw new CommandFailedException(failed.getMessage(), failed);
        }
    }
}
