package org.symbolon.cli.notification;

import java.util.LinkedHashSet;
import java.util.List;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes their handlers. */
@Command(
        name = "remove",
        description =
                "Remove notifications, all or those named. What somebody has changed stays, unless --force is given.")
final class NotificationsRemoveCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Only these.")
    private List<String> names = List.of();

    @Option(names = "--force", description = "Delete as well what somebody has changed.")
    private boolean force;

    @Option(names = "--dry-run", description = "Only tell what would be done.")
    private boolean dryRun;

    @Mixin
    private SharedOptions options;

    NotificationsRemoveCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        List<Notifications.Done> done = (dryRun ? backend.reading() : backend)
                .ask(
                        options,
                        Notifications.class,
                        tools -> tools.remove(new LinkedHashSet<>(names), force, dryRun, backend.account()));
        PrintedNotifications.print(done, dryRun, specification.commandLine().getOut());
    }
}
