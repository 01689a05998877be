package org.symbolon.endtoend.effect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.command.effect.Effects;
import org.symbolon.events.effect.EffectCause;
import org.symbolon.events.shared.Secret;
import org.symbolon.reactions.effect.EffectOutcome;
import org.symbolon.reactions.effect.EffectOutcomes;

/** Plans effects by requests, and waits for one if it is asked to, as a log-in does whose challenge is sent. */
final class NotesEndpoint implements Endpoint {

    private final CommandDispatcher commands;
    private final EffectOutcomes outcomes;

    NotesEndpoint(CommandDispatcher commands, EffectOutcomes outcomes) {
        this.commands = commands;
        this.outcomes = outcomes;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.open("POST", "/test/notes", this::plan));
    }

    private Reply plan(ApiRequest request) {
        int patience = request.parameters().integer("patience", 0);
        Note note = new Note(
                request.parameters().text("kind").orElse("note"),
                request.parameters().required("how"),
                Secret.of(request.parameters().text("words").orElse("hello")));
        PlanNotes plan = new PlanNotes(request.parameters().integer("count", 1), note, patience > 0);
        List<String> planned = new ArrayList<>();
        request.notes().success(true);
        Reply reply = commands.send(request, plan, (List<String> ids) -> {
            planned.clear();
            planned.addAll(ids);
            return Reply.value(ids);
        });
        return patience == 0 ? reply : outcome(planned.get(0), Duration.ofMillis(patience));
    }

    private Reply outcome(String effectId, Duration patience) {
        EffectOutcome outcome = outcomes.await(effectId, patience);
        String reason = outcome instanceof EffectOutcome.Failed failed ? failed.reason() : "";
        return Reply.value(Map.of("id", effectId, "outcome", outcome.getClass().getSimpleName(), "reason", reason));
    }

    /** Decides nothing but that there are effects. */
    static final class Commands {

        private final Effects effects;

        Commands(Effects effects) {
            this.effects = effects;
        }

        @CommandHandler
        List<String> handle(PlanNotes plan) {
            List<String> planned = new ArrayList<>();
            for (int count = 0; count < plan.count(); count++) {
                planned.add(
                        plan.awaited()
                                ? effects.planAwaited(plan.effect(), EffectCause.NONE, null)
                                : effects.plan(plan.effect(), EffectCause.NONE, null));
            }
            return planned;
        }
    }
}
