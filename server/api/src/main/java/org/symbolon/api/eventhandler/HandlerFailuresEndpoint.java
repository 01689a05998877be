package org.symbolon.api.eventhandler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.WireTime;
import org.symbolon.command.effect.DropEffect;
import org.symbolon.command.effect.RetryEffect;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.query.effect.FailedEffect;
import org.symbolon.query.effect.ListHandlerFailures;
import org.symbolon.query.sending.QueryDispatcher;

/** What event handlers caused and what has failed of it: looked at, tried again, forgotten. Ours. */
@Component
public class HandlerFailuresEndpoint implements Endpoint {

    private static final String HANDLER = "eventid";
    private static final String EFFECT = "effect";
    private static final String ALL = "/event/<" + HANDLER + ">/failures";
    private static final String ONE = ALL + "/<" + EFFECT + ">";

    private static final Shape SHAPE = Shape.fields("")
            .with(EFFECT, Shape.text("Its id."))
            .with("kind", Shape.text("What it does, such as `handler-mail` or `webhook`."))
            .with("state", Shape.text("`outstanding`: it is tried again by itself; `given up`: it is not."))
            .with("attempts", Shape.number("How often it was tried."))
            .with("reason", Shape.text("What the last attempt failed with."))
            .with("next_attempt", Shape.text("When it is tried again.").orNull())
            .with("planned", Shape.text("When it was caused."))
            .with("serial", Shape.text("The token that it is about.").orNull());

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;

    HandlerFailuresEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", ALL, this::list)
                        .needs(AdminActions.EVENTHANDLING_READ)
                        .does("Lists what an event handler caused and what has failed of it, the newest first.")
                        .takes(HANDLER, Shape.number("The number of the handler."))
                        .answers(Shape.listOf("What has failed.", SHAPE)),
                changing("POST", RetryEffect::new).does("Tries what has failed again now, though it was given up."),
                changing("DELETE", DropEffect::new).does("Forgets what was given up."));
    }

    private Route changing(String method, BiFunction<Integer, String, Object> command) {
        return Route.admin(method, ONE, request -> change(request, command))
                .needs(AdminActions.EVENTHANDLING_WRITE)
                .takes(HANDLER, Shape.number("The number of the handler."))
                .takes(EFFECT, Shape.text("The id of what has failed."))
                .answers(Shape.flag("True."))
                .refuses(601, "Nothing of this id has failed of what the handler caused.");
    }

    private Reply list(ApiRequest request) {
        int handler = handler(request);
        List<Map<String, Object>> failures = queries.list(new ListHandlerFailures(handler), FailedEffect.class).stream()
                .map(HandlerFailuresEndpoint::json)
                .toList();
        request.notes().success(true).info(Integer.toString(handler));
        return Reply.value(failures);
    }

    private static Map<String, Object> json(FailedEffect failed) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(EFFECT, failed.effectId());
        json.put("kind", failed.kind());
        json.put("state", failed.state());
        json.put("attempts", failed.attempts());
        json.put("reason", failed.reason());
        json.put("next_attempt", failed.nextAttempt() == null ? null : WireTime.of(failed.nextAttempt()));
        json.put("planned", WireTime.of(failed.planned()));
        json.put("serial", failed.serial());
        return json;
    }

    private Reply change(ApiRequest request, BiFunction<Integer, String, Object> command) {
        int handler = handler(request);
        String effect = request.parameters().required(EFFECT);
        request.notes().info(Integer.toString(handler)).actionDetail(effect);
        return commands.send(request, command.apply(handler, effect), done -> {
            request.notes().success(true);
            return Reply.value(true);
        });
    }

    private static int handler(ApiRequest request) {
        return request.parameters().integer(HANDLER).orElseThrow(() -> ApiException.missingParameter(HANDLER));
    }
}
