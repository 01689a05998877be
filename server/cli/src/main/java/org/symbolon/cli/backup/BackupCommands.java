package org.symbolon.cli.backup;

import java.time.Clock;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands on backups. */
@Command(name = "backup", description = "Make backups of the database, check them and put them back.")
public final class BackupCommands extends CommandGroup {

    private BackupCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        return new CommandLine(new BackupCommands())
                .addSubcommand(new BackupCreateCommand(backend, Clock.systemUTC()))
                .addSubcommand(new BackupRestoreCommand(backend))
                .addSubcommand(new BackupCheckCommand(backend));
    }
}
