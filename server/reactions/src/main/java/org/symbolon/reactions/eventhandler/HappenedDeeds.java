package org.symbolon.reactions.eventhandler;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.audit.RecordRequest;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.CauseEffects;
import org.symbolon.command.eventhandler.Listener;
import org.symbolon.command.eventhandler.deed.Deed;
import org.symbolon.command.eventhandler.fact.HandledRequest;
import org.symbolon.command.eventhandler.fact.SubjectToken;
import org.symbolon.command.secret.port.SecretVault;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.command.sending.Correlation;
import org.symbolon.events.audit.RequestAnswered;
import org.symbolon.events.shared.Caller;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.projections.shared.StorableText;

/**
 * Does what a handler wants done about something that has happened, with a row of the audit in the last commit. What it cannot do is told
 * there, and nowhere else: nobody waits for it.
 */
public final class HappenedDeeds {

    private static final Logger LOG = LoggerFactory.getLogger(HappenedDeeds.class);
    private static final int MOST_CHARACTERS = 256;

    private final CommandSender sender;
    private final Correlation correlation;
    private final SecretVault vault;
    private final Clock clock;

    public HappenedDeeds(CommandSender sender, Correlation correlation, SecretVault vault, Clock clock) {
        this.sender = sender;
        this.correlation = correlation;
        this.vault = vault;
        this.clock = clock;
    }

    /** A handler's turn. */
    void act(Listener listener, HandledRequest request, Happened happened) {
        Map<String, Object> origin = correlation.ofReaction(
                listener.actor(),
                happened.said(Correlation.REQUEST_ID),
                happened.said(Correlation.CLIENT),
                happened.said(Correlation.USER_AGENT));
        origin.values().removeIf(""::equals);
        Turn turn = new Turn(listener, request, happened, origin);
        try {
            if (listener.concerns(request)) {
                turn.act(listener.deeds(request, vault));
            }
        } catch (Refusal refusal) {
            turn.failed(refusal.getMessage());
        } catch (RuntimeException fault) {
            LOG.error("{} cannot do what it is to do about {}", listener.actor(), happened.what(), fault);
            turn.failed(fault.getClass().getSimpleName());
        }
    }

    /** One handler and one thing that has happened. */
    private final class Turn {

        private final Listener listener;
        private final HandledRequest request;
        private final Happened happened;
        private final Map<String, Object> origin;

        Turn(Listener listener, HandledRequest request, Happened happened, Map<String, Object> origin) {
            this.listener = listener;
            this.request = request;
            this.happened = happened;
            this.origin = origin;
        }

        void act(List<Deed> deeds) {
            List<Object> commands = commands(deeds);
            Optional<String> failure =
                    deeds.stream().flatMap(deed -> failure(deed).stream()).findFirst();
            deeds.forEach(this::log);
            if (commands.isEmpty()) {
                sender.send(origin, () -> new RecordRequest(fact(failure)));
                return;
            }
            Object last = commands.remove(commands.size() - 1);
            commands.forEach(command -> sender.send(origin, () -> command));
            sender.sendAudited(origin, () -> last, done -> fact(failure));
        }

        private List<Object> commands(List<Deed> deeds) {
            List<Object> commands = new ArrayList<>();
            List<CauseEffects.Caused> causes = new ArrayList<>();
            for (Deed deed : deeds) {
                if (deed instanceof Deed.Order order) {
                    commands.add(order.command());
                } else if (deed instanceof Deed.Cause cause) {
                    causes.add(new CauseEffects.Caused(cause.effect(), cause.serial()));
                }
            }
            if (!causes.isEmpty()) {
                commands.add(new CauseEffects(listener.id(), causes));
            }
            return commands;
        }

        private Optional<String> failure(Deed deed) {
            return deed instanceof Deed.Nothing nothing && !nothing.success()
                    ? Optional.of(nothing.told())
                    : Optional.empty();
        }

        private void log(Deed deed) {
            if (deed instanceof Deed.Log line) {
                HandlerLog.write(line);
            }
        }

        /** Fails if that cannot be recorded: then it counts as not told. */
        void failed(String why) {
            LOG.warn(
                    "{} did nothing about {}: {}",
                    listener.actor(),
                    happened.what().event(),
                    why);
            RequestAnswered fact = fact(Optional.of(why));
            sender.send(origin, () -> new RecordRequest(fact));
        }

        private RequestAnswered fact(Optional<String> failure) {
            String name = listener.definition().name();
            Optional<KnownUser> user = request.user();
            return new RequestAnswered(
                    "POST-EVENT " + happened.what().event() + ">>"
                            + listener.definition().module() + ":"
                            + listener.definition().action(),
                    failure.isEmpty(),
                    happened.fact().serial(),
                    request.token().map(SubjectToken::type).orElse(null),
                    user.map(KnownUser::login).orElse(null),
                    user.map(KnownUser::realm).orElse(null),
                    user.map(KnownUser::resolver).orElse(null),
                    happened.caller() instanceof Caller.Administrator administrator ? administrator.name() : null,
                    cut(listener.printedOptions()),
                    cut(failure.map(why -> name + ": " + why).orElse(name)),
                    null,
                    happened.time(),
                    Duration.between(happened.time(), clock.instant()),
                    Long.toString(Thread.currentThread().getId()));
        }

        private String cut(String text) {
            return StorableText.cut(text, MOST_CHARACTERS);
        }
    }
}
