package org.symbolon.server.http.eventhandler;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.symbolon.command.eventhandler.DeleteEventHandler;
import org.symbolon.command.eventhandler.DisableEventHandler;
import org.symbolon.command.eventhandler.EnableEventHandler;
import org.symbolon.command.eventhandler.SaveEventHandler;
import org.symbolon.command.eventhandler.module.HandlerModule;
import org.symbolon.command.eventhandler.module.HandlerModules;
import org.symbolon.command.eventhandler.module.RequestEvents;
import org.symbolon.command.secret.Censored;
import org.symbolon.command.secret.Secret;
import org.symbolon.events.eventhandler.HandlerDefinition;
import org.symbolon.projections.eventhandler.EventHandlerView;
import org.symbolon.server.command.CommandDispatcher;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.ConfigurationSource;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Handler;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;

/** Event handlers: what administrators have happen on which event. */
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
                Route.admin("GET", "/event/", this::list),
                Route.admin("GET", "/event/<eventid>", this::get),
                Route.admin("GET", "/event/positions/<handlermodule>", ofModule(HandlerModule::positions)),
                Route.admin("GET", "/event/actions/<handlermodule>", ofModule(this::actions)),
                Route.admin("GET", "/event/conditions/<handlermodule>", ofModule(module -> conditions())),
                Route.admin("POST", "/event", this::save),
                Route.admin("POST", "/event/enable/<eventid>", this::enable),
                Route.admin("POST", "/event/disable/<eventid>", this::disable),
                Route.admin("DELETE", "/event/<eid>", this::delete));
    }

    private Reply list(ApiRequest request) {
        List<Map<String, Object>> listed = configuration.wanted(request).eventHandlers().stream()
                .map(EventHandlerEndpoint::json)
                .toList();
        request.notes().success(true);
        return Reply.value(listed);
    }

    /** Two words stand where a number is expected, and ask for something else. */
    private Reply get(ApiRequest request) {
        String asked = request.parameters().required("eventid");
        if (asked.equals("available")) {
            request.notes().success(true);
            return Reply.value(RequestEvents.all());
        }
        if (asked.equals("handlermodules")) {
            request.notes().success(true);
            return Reply.value(
                    HandlerModules.all().stream().map(HandlerModule::name).toList());
        }
        int number = number(request, "eventid");
        List<Map<String, Object>> found = configuration.wanted(request).eventHandlers().stream()
                .filter(handler -> handler.id() == number)
                .map(EventHandlerEndpoint::json)
                .toList();
        request.notes().success(true).info(Integer.toString(number));
        return Reply.value(found);
    }

    private static Map<String, Object> json(EventHandlerView handler) {
        HandlerDefinition definition = handler.definition();
        Map<String, Object> options = new HashMap<>();
        handler.options().forEach((key, entry) -> options.put(key, entry.isSecret() ? Censored.TEXT : entry.value()));
        Map<String, Object> json = new HashMap<>();
        json.put("id", handler.id());
        json.put("name", definition.name());
        json.put("active", definition.active());
        json.put("event", definition.events());
        json.put("handlermodule", definition.module());
        json.put("action", definition.action());
        json.put("position", definition.position());
        json.put("ordering", definition.ordering());
        json.put("condition", "");
        json.put("conditions", definition.conditions());
        json.put("options", options);
        return json;
    }

    /** Of an unknown module the list of nothing is known. */
    private static Handler ofModule(Function<HandlerModule, Object> part) {
        return request -> {
            String name = request.parameters().required("handlermodule");
            request.notes().success(true).info(name);
            return Reply.value(HandlerModules.find(name).map(part).orElse(List.of()));
        };
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

    private Reply enable(ApiRequest request) {
        return send(request, "eventid", EnableEventHandler::new);
    }

    private Reply disable(ApiRequest request) {
        return send(request, "eventid", DisableEventHandler::new);
    }

    private Reply delete(ApiRequest request) {
        return send(request, "eid", DeleteEventHandler::new);
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
