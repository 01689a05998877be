package org.symbolon.api.eventhandler;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.api.eventhandler.ReadyNotifications.Known;
import org.symbolon.api.eventhandler.ReadyNotifications.Step;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Refusals;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.eventhandler.ready.ReadyHandler;
import org.symbolon.command.eventhandler.ready.ReadySettings;
import org.symbolon.command.sending.DoTogether;
import org.symbolon.policy.action.AdminActions;

/** Notifications that are ready to be installed, each with one request or all with one. Ours. */
@Component
public class ReadyNotificationEndpoint implements Endpoint {

    private static final String NAME = "name";

    private static final Shape KNOWN = Shape.fields("")
            .with(NAME, Shape.text("What it is called."))
            .with("occasion", Shape.text("When the owner of a token is told."))
            .with("event", Shape.list("On which events."))
            .with("state", Shape.text("`absent`, `installed`, or `changed` by somebody since."))
            .with("ids", Shape.listOf("The numbers of the handlers.", Shape.number("")));

    private static final Shape DONE = Shape.fields("")
            .with(NAME, Shape.text("What it is called."))
            .with(
                    "outcome",
                    Shape.text(
                            "`made`, `updated`, `deleted`, `unchanged`, or `kept` because somebody has changed it."));

    private static final Shape INSTALLATION = Shape.fields("")
            .with("emailconfig", Shape.text("The mail server that sends; may be left out where there is but one."))
            .with(
                    "language",
                    Shape.text("The language of whom no other is known.").or("en"))
            .with("contact", Shape.text("Whom to tell if something is wrong."))
            .with("reply_to", Shape.text("The address that answers go to."))
            .with(
                    "force",
                    Shape.flag("Whether what somebody has changed is installed anew.")
                            .or(false));

    private final CommandDispatcher commands;
    private final ReadyNotifications ready;

    ReadyNotificationEndpoint(CommandDispatcher commands, ReadyNotifications ready) {
        this.commands = commands;
        this.ready = ready;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/event/ready", this::list)
                        .needs(AdminActions.EVENTHANDLING_READ)
                        .does("Lists the notifications that are ready to be installed, and which are.")
                        .answers(Shape.listOf("The notifications.", KNOWN)),
                Route.admin("POST", "/event/ready", this::installAll)
                        .needs(AdminActions.EVENTHANDLING_WRITE)
                        .does("Installs all ready-made notifications, as far as they are not there.")
                        .takes(INSTALLATION)
                        .answers(Shape.listOf("What was done.", DONE)),
                Route.admin("POST", "/event/ready/<name>", this::installOne)
                        .needs(AdminActions.EVENTHANDLING_WRITE)
                        .does("Installs a ready-made notification, if it is not there.")
                        .takes(NAME, Shape.text("What it is called."))
                        .takes(INSTALLATION)
                        .answers(Shape.listOf("What was done.", DONE))
                        .refuses(601, "There is no such notification."),
                Route.admin("DELETE", "/event/ready/<name>", this::remove)
                        .needs(AdminActions.EVENTHANDLING_WRITE)
                        .does("Deletes the handlers of a ready-made notification.")
                        .takes(NAME, Shape.text("What it is called."))
                        .takes(
                                "force",
                                Shape.flag("Whether one goes, too, that somebody has changed.")
                                        .or(false))
                        .answers(Shape.listOf("What was done.", DONE))
                        .refuses(601, "There is no such notification."));
    }

    private Reply list(ApiRequest request) {
        request.notes().success(true);
        return Reply.value(
                ready.all().stream().map(ReadyNotificationEndpoint::json).toList());
    }

    private static Map<String, Object> json(Known known) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(NAME, known.ready().word());
        json.put("occasion", known.ready().occasion());
        json.put("event", known.ready().events());
        json.put("state", word(known.state()));
        json.put("ids", known.ids());
        return json;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private Reply installAll(ApiRequest request) {
        return install(request, Set.of());
    }

    private Reply installOne(ApiRequest request) {
        return install(request, Set.of(request.parameters().required(NAME)));
    }

    private Reply install(ApiRequest request, Set<String> names) {
        Parameters parameters = request.parameters();
        boolean force = parameters.flag("force");
        List<ReadyHandler> wanted = refusing(() -> ReadyNotifications.named(names));
        ReadySettings settings = refusing(() -> ready.settings(
                parameters.text("emailconfig").orElse(""),
                parameters.nonEmptyText("language").orElse("en"),
                parameters.text("contact").orElse(""),
                parameters.text("reply_to").orElse("")));
        return done(request, names, () -> ready.installation(wanted, settings, force));
    }

    private Reply remove(ApiRequest request) {
        Set<String> names = Set.of(request.parameters().required(NAME));
        List<ReadyHandler> wanted = refusing(() -> ReadyNotifications.named(names));
        boolean force = request.parameters().flag("force");
        return done(request, names, () -> ready.removal(wanted, force));
    }

    /** All of it or nothing. */
    private Reply done(ApiRequest request, Set<String> names, Supplier<List<Step>> plan) {
        request.notes().info(String.join(",", names));
        List<Step> steps = plan.get();
        List<DoTogether.Step> toDo = steps.stream()
                .filter(step -> step.command() != null)
                .map(step -> new DoTogether.Step(step.ready().word(), step.command(), result -> {}, result -> null))
                .toList();
        Reply reply =
                Reply.value(steps.stream().map(ReadyNotificationEndpoint::json).toList());
        if (toDo.isEmpty()) {
            request.notes().success(true);
            return reply;
        }
        return commands.send(request, new DoTogether(toDo), result -> {
            request.notes().success(true);
            return reply;
        });
    }

    private static Map<String, Object> json(Step step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(NAME, step.ready().word());
        json.put("outcome", word(step.outcome()));
        return json;
    }

    private static <T> T refusing(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            throw Refusals.onTheWire(refusal);
        }
    }
}
