package org.symbolon.api.eventhandler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.ConfigurationSource;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Handler;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.eventhandler.DeleteEventHandler;
import org.symbolon.command.eventhandler.DisableEventHandler;
import org.symbolon.command.eventhandler.EnableEventHandler;
import org.symbolon.command.eventhandler.SaveEventHandler;
import org.symbolon.command.eventhandler.fact.TokenHappening;
import org.symbolon.command.eventhandler.module.HandlerModule;
import org.symbolon.command.eventhandler.module.HandlerModules;
import org.symbolon.command.eventhandler.module.RequestEvents;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.events.shared.Secret;
import org.symbolon.policy.action.AdminActions;

/** Event handlers: what administrators have happen on which event. */
@Component
public class EventHandlerEndpoint implements Endpoint {

    private static final String OPTION = "option.";

    private final CommandDispatcher commands;
    private final ConfigurationSource configuration;
    private final ModuleJson modules;

    EventHandlerEndpoint(CommandDispatcher commands, ConfigurationSource configuration, ModuleJson modules) {
        this.commands = commands;
        this.configuration = configuration;
        this.modules = modules;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/event/", this::list)
                        .needs(AdminActions.EVENTHANDLING_READ)
                        .does("Lists event handlers in the order of their turns.")
                        .takes(ConfigurationSource.PARAMETERS)
                        .answers(Shape.listOf("The handlers.", EventHandlerJson.SHAPE)),
                showing(),
                ofModule("positions", HandlerModule::positions)
                        .does("Lists when a module can act.")
                        .answers(Shape.list("Before or after the request.")),
                ofModule("actions", this::actions)
                        .does("Lists what a module can do, and with which options.")
                        .answers(Shape.anything("The options by action.")),
                ofModule("conditions", module -> conditions())
                        .does("Lists on what a handler of a module can depend.")
                        .answers(Shape.anything("The conditions by their names.")),
                Route.admin("POST", "/event", this::save)
                        .needs(AdminActions.EVENTHANDLING_WRITE)
                        .does("Defines an event handler, or defines it anew.")
                        .takes(EventHandlerJson.DEFINITION)
                        .answers(Shape.number("Its number."))
                        .refuses(601, "There is no such handler."),
                numbered("POST", "/event/enable/<eventid>", "eventid", EnableEventHandler::new)
                        .does("Switches an event handler on."),
                numbered("POST", "/event/disable/<eventid>", "eventid", DisableEventHandler::new)
                        .does("Switches an event handler off."),
                numbered("DELETE", "/event/<eid>", "eid", DeleteEventHandler::new)
                        .does("Deletes an event handler."));
    }

    private Route showing() {
        return Route.admin("GET", "/event/<eventid>", this::get)
                .needs(AdminActions.EVENTHANDLING_READ)
                .does("Shows one event handler, or what there is to choose from.")
                .takes(
                        "eventid",
                        Shape.text("Its number; `available` asks for all events, `handlermodules` for modules."))
                .takes(ConfigurationSource.PARAMETERS)
                .answers(Shape.listOf("The handler, or the names.", Shape.anything("")));
    }

    private Route numbered(String method, String path, String parameter, Function<Integer, Object> command) {
        return Route.admin(method, path, request -> send(request, parameter, command))
                .needs(AdminActions.EVENTHANDLING_WRITE)
                .takes(parameter, Shape.number("Its number."))
                .answers(Shape.number("Its number."))
                .refuses(601, "There is no such handler.");
    }

    private Reply list(ApiRequest request) {
        List<Map<String, Object>> listed = configuration.wanted(request).eventHandlers().stream()
                .map(EventHandlerJson::of)
                .toList();
        request.notes().success(true);
        return Reply.value(listed);
    }

    /** Two words stand where a number is expected, and ask for something else. */
    private Reply get(ApiRequest request) {
        String asked = request.parameters().required("eventid");
        if (asked.equals("available")) {
            request.notes().success(true);
            return Reply.value(Stream.concat(RequestEvents.all().stream(), TokenHappening.names().stream())
                    .toList());
        }
        if (asked.equals("handlermodules")) {
            request.notes().success(true);
            return Reply.value(
                    HandlerModules.all().stream().map(HandlerModule::name).toList());
        }
        int number = number(request, "eventid");
        List<Map<String, Object>> found = configuration.wanted(request).eventHandlers().stream()
                .filter(handler -> handler.id() == number)
                .map(EventHandlerJson::of)
                .toList();
        request.notes().success(true).info(Integer.toString(number));
        return Reply.value(found);
    }

    /** Of an unknown module the list of nothing is known. */
    private static Route ofModule(String path, Function<HandlerModule, Object> part) {
        Handler handler = request -> {
            String name = request.parameters().required("handlermodule");
            request.notes().success(true).info(name);
            return Reply.value(HandlerModules.find(name).map(part).orElse(List.of()));
        };
        return Route.admin("GET", "/event/" + path + "/<handlermodule>", handler)
                .needsNoRight("It is the same on every server.")
                .takes("handlermodule", Shape.text("The module."));
    }

    private Object actions(HandlerModule module) {
        return modules.actions(module);
    }

    private Object conditions() {
        return modules.conditions();
    }

    private Reply save(ApiRequest request) {
        Parameters parameters = request.parameters();
        HandlerDefinition definition = definition(parameters);
        Integer known = given(parameters, "id") ? number(request, "id") : null;
        return commands.send(
                request, new SaveEventHandler(known, definition, options(parameters)), (Integer number) -> {
                    request.notes().success(true).info(number.toString());
                    return Reply.value(number);
                });
    }

    private static HandlerDefinition definition(Parameters parameters) {
        String name = parameters.required("name");
        if (!parameters.has("event")) {
            throw ApiException.missingParameter("event");
        }
        return new HandlerDefinition(
                name,
                !parameters.has("active") || parameters.flag("active"),
                parameters.list("event").stream().distinct().toList(),
                parameters.required("handlermodule"),
                parameters.required("action"),
                parameters.nonEmptyText("position").orElse("post"),
                given(parameters, "ordering") ? parameters.integer("ordering", 0) : 0,
                conditions(parameters));
    }

    private static boolean given(Parameters parameters, String name) {
        return parameters.value(name).filter(value -> !value.equals("")).isPresent();
    }

    private static Map<String, String> conditions(Parameters parameters) {
        Parameters given = Parameters.of(parameters.object("conditions").orElse(Map.of()));
        Map<String, String> conditions = new HashMap<>();
        given.names().forEach(key -> given.printed(key).ifPresent(text -> conditions.put(key, text)));
        return conditions;
    }

    private static Map<String, Secret> options(Parameters parameters) {
        Map<String, Secret> options = new HashMap<>();
        for (String name : parameters.names()) {
            if (name.startsWith(OPTION)) {
                Optional<String> text = parameters.printed(name);
                text.ifPresent(value -> options.put(name.substring(OPTION.length()), Secret.of(value)));
            }
        }
        return options;
    }

    private Reply send(ApiRequest request, String parameter, Function<Integer, Object> command) {
        int number = number(request, parameter);
        request.notes().info(Integer.toString(number));
        return commands.send(request, command.apply(number), done -> {
            request.notes().success(true);
            return Reply.value(number);
        });
    }

    private static int number(ApiRequest request, String parameter) {
        return request.parameters().integer(parameter).orElseThrow(() -> ApiException.missingParameter(parameter));
    }
}
