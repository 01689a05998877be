package org.symbolon.app.maintenance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.api.eventhandler.ReadyNotifications;
import org.symbolon.api.eventhandler.ReadyNotifications.Step;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.notification.Notifications;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.ready.ReadyHandler;
import org.symbolon.command.eventhandler.ready.ReadySettings;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.sending.DoTogether;
import org.symbolon.events.audit.RequestAnswered;

/** Installs and removes ready-made notifications for the command line; each has its row in the audit. */
@Component
final class InstalledNotifications implements Notifications {

    private final ReadyNotifications ready;
    private final CommandSender commands;
    private final Clock clock;

    InstalledNotifications(ReadyNotifications ready, CommandSender commands, Clock clock) {
        this.ready = ready;
        this.commands = commands;
        this.clock = clock;
    }

    @Override
    public List<Known> list() {
        return ready.all().stream()
                .map(known -> new Known(
                        known.ready().word(), word(known.state()), known.ready().occasion()))
                .toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<Done> install(Installation how, String who) {
        return refusing(() -> {
            List<ReadyHandler> wanted = ReadyNotifications.named(how.names());
            ReadySettings settings = ready.settings(how.mailServer(), how.language(), how.contact(), how.replyTo());
            return done(
                    "notifications install",
                    () -> ready.installation(wanted, settings, how.force()),
                    how.dryRun(),
                    who);
        });
    }

    @Override
    public List<Done> remove(Set<String> names, boolean force, boolean dryRun, String who) {
        return refusing(() -> {
            List<ReadyHandler> wanted = ReadyNotifications.named(names);
            return done("notifications remove", () -> ready.removal(wanted, force), dryRun, who);
        });
    }

    /** All of it or nothing. */
    private List<Done> done(String command, Supplier<List<Step>> plan, boolean dryRun, String who) {
        Instant started = clock.instant();
        List<Step> steps = plan.get();
        List<DoTogether.Step> toDo = steps.stream()
                .filter(step -> step.command() != null)
                .map(step -> new DoTogether.Step(
                        step.ready().word(), step.command(), result -> {}, result -> fact(command, step, who, started)))
                .toList();
        if (!dryRun && !toDo.isEmpty()) {
            commands.sendAs(who, new DoTogether(toDo));
        }
        return steps.stream()
                .map(step -> new Done(step.ready().word(), word(step.outcome())))
                .toList();
    }

    private RequestAnswered fact(String command, Step step, String who, Instant started) {
        return CommandFacts.of(
                command,
                who,
                step.ready().word(),
                word(step.outcome()),
                started,
                Duration.between(started, clock.instant()));
    }

    private static <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refused) {
            throw new CommandFailedException(refused.getMessage());
        }
    }
}
