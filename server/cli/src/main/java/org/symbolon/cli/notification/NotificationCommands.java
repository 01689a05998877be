package org.symbolon.cli.notification;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.CommandGroup;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The group of commands on ready-made notifications. */
@Command(
        name = "notifications",
        description = "Install ready-made event handlers that mail users what has happened to their tokens.")
public final class NotificationCommands extends CommandGroup {

    private NotificationCommands() {}

    /** The group with its commands. */
    public static CommandLine create(Backend backend) {
        return new CommandLine(new NotificationCommands())
                .addSubcommand(new NotificationsListCommand(backend))
                .addSubcommand(new NotificationsInstallCommand(backend))
                .addSubcommand(new NotificationsRemoveCommand(backend));
    }
}
