package org.symbolon.cli.notification;

import java.util.List;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.kernel.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists what is ready, and what of it is installed. */
@Command(name = "list", description = "List the notifications, and which are installed, or changed by somebody since.")
final class NotificationsListCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Mixin
    private SharedOptions options;

    NotificationsListCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        List<Notifications.Known> known = backend.reading().ask(options, Notifications.class, Notifications::list);
        TextTable table = new TextTable("NAME", "STATE", "WHEN");
        known.forEach(one -> table.add(one.name(), one.state(), one.occasion()));
        table.print(specification.commandLine().getOut());
    }
}
