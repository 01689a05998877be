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

/** Installs them. */
@Command(
        name = "install",
        description = {
            "Install notifications, all or those named. What is there already stays;",
            "what somebody has changed stays as it is, unless --force is given."
        })
final class NotificationsInstallCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Only these.")
    private List<String> names = List.of();

    @Option(
            names = "--smtp",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The mail server's definition. Not needed where there is but one.")
    private String mailServer;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            defaultValue = "en",
            description = "For users of whom no language is known: en (default), de, or one of your own texts.")
    private String language;

    @Option(
            names = "--contact",
            paramLabel = "TEXT",
            defaultValue = "",
            description = "Whom a user is to tell if it was not he, such as help@example.org.")
    private String contact;

    @Option(
            names = "--reply-to",
            paramLabel = "ADDRESS",
            defaultValue = "",
            description = "Where answers go. Mails are from the sender of the mail server's definition.")
    private String replyTo;

    @Option(names = "--force", description = "Install anew what somebody has changed.")
    private boolean force;

    @Option(names = "--dry-run", description = "Only tell what would be done.")
    private boolean dryRun;

    @Mixin
    private SharedOptions options;

    NotificationsInstallCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        Notifications.Installation wanted = new Notifications.Installation(
                new LinkedHashSet<>(names), mailServer, language, contact, replyTo, force, dryRun);
        List<Notifications.Done> done = (dryRun ? backend.reading() : backend)
                .ask(options, Notifications.class, tools -> tools.install(wanted, backend.account()));
        PrintedNotifications.print(done, dryRun, specification.commandLine().getOut());
    }
}
