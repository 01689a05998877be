package org.symbolon.api.periodictask;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.ConfigurationSource;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.JsonText;
import org.symbolon.api.kernel.KnownNodes;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.command.periodictask.DeletePeriodicTask;
import org.symbolon.command.periodictask.DisablePeriodicTask;
import org.symbolon.command.periodictask.EnablePeriodicTask;
import org.symbolon.command.periodictask.SavePeriodicTask;
import org.symbolon.command.periodictask.module.TaskModule;
import org.symbolon.events.periodictask.TaskDefinition;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.periodictask.PeriodicTaskView;
import org.symbolon.query.periodictask.FindPeriodicTask;
import org.symbolon.query.periodictask.ListPeriodicTasks;
import org.symbolon.query.periodictask.ListPeriodicTasksAt;
import org.symbolon.query.sending.QueryDispatcher;

/** Periodic tasks: what administrators have done again and again. */
@Component
public class PeriodicTaskEndpoint implements Endpoint {

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;
    private final List<String> nodes;

    PeriodicTaskEndpoint(CommandDispatcher commands, QueryDispatcher queries, KnownNodes nodes) {
        this.commands = commands;
        this.queries = queries;
        this.nodes = nodes.names();
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/periodictask/", this::list)
                        .needs(AdminActions.PERIODICTASK_READ)
                        .does("Lists periodic tasks in the order of their turns.")
                        .takes(ConfigurationSource.PARAMETERS)
                        .answers(Shape.listOf("The tasks.", PeriodicTaskJson.SHAPE)),
                showing(),
                Route.admin("GET", "/periodictask/taskmodules/", this::modules)
                        .needsNoRight("It is the same on every server.")
                        .does("Lists what tasks can do.")
                        .answers(Shape.list("The names of the modules.")),
                Route.admin("GET", "/periodictask/nodes/", this::nodes)
                        .needsNoRight("It names the nodes of the server and nothing else.")
                        .does("Lists the nodes on which tasks can run.")
                        .answers(Shape.list("Their names.")),
                Route.admin("GET", "/periodictask/options/<taskmodule>", this::options)
                        .needsNoRight("It is the same on every server.")
                        .does("Lists the options of a module.")
                        .takes("taskmodule", Shape.text("The module."))
                        .answers(Shape.mapOf("By name.", Shape.object("What it is."))),
                Route.admin("POST", "/periodictask/", this::save)
                        .needs(AdminActions.PERIODICTASK_WRITE)
                        .does("Defines a periodic task, or defines it anew.")
                        .takes(PeriodicTaskJson.DEFINITION)
                        .answers(Shape.number("Its number."))
                        .refuses(601, "There is no such task."),
                numbered("POST", "/periodictask/enable/<ptaskid>", EnablePeriodicTask::new)
                        .does("Switches a task on."),
                numbered("POST", "/periodictask/disable/<ptaskid>", DisablePeriodicTask::new)
                        .does("Switches a task off."),
                numbered("DELETE", "/periodictask/<ptaskid>", DeletePeriodicTask::new)
                        .does("Deletes a task."));
    }

    private Route showing() {
        return Route.admin("GET", "/periodictask/<ptaskid>", this::get)
                .needs(AdminActions.PERIODICTASK_READ)
                .does("Shows one periodic task.")
                .takes("ptaskid", Shape.number("Its number."))
                .takes(ConfigurationSource.PARAMETERS)
                .answers(PeriodicTaskJson.SHAPE)
                .refuses(601, "There is no such task.");
    }

    private Route numbered(String method, String path, Function<Integer, Object> command) {
        return Route.admin(method, path, request -> send(request, command))
                .needs(AdminActions.PERIODICTASK_WRITE)
                .takes("ptaskid", Shape.number("Its number."))
                .answers(Shape.number("Its number."))
                .refuses(601, "There is no such task.");
    }

    private Reply list(ApiRequest request) {
        Optional<Instant> moment = ConfigurationSource.moment(request);
        Object query = moment.<Object>map(ListPeriodicTasksAt::new).orElseGet(ListPeriodicTasks::new);
        List<Map<String, Object>> listed = queries.list(query, PeriodicTaskView.class).stream()
                .map(PeriodicTaskJson::of)
                .toList();
        request.notes().success(true);
        return Reply.value(listed);
    }

    private Reply get(ApiRequest request) {
        int number = number(request, "ptaskid");
        PeriodicTaskView task = find(number, ConfigurationSource.moment(request))
                .orElseThrow(() -> ApiException.notFound("The requested PeriodicTask could not be found."));
        request.notes().success(true).info(Integer.toString(number));
        return Reply.value(PeriodicTaskJson.of(task));
    }

    private Optional<PeriodicTaskView> find(int number, Optional<Instant> moment) {
        if (moment.isEmpty()) {
            return queries.find(new FindPeriodicTask(number), PeriodicTaskView.class);
        }
        return queries.list(new ListPeriodicTasksAt(moment.get()), PeriodicTaskView.class).stream()
                .filter(task -> task.id() == number)
                .findFirst();
    }

    private Reply modules(ApiRequest request) {
        request.notes().success(true);
        return Reply.value(TaskModule.all().stream().map(TaskModule::name).toList());
    }

    private Reply nodes(ApiRequest request) {
        request.notes().success(true);
        return Reply.value(nodes);
    }

    private Reply options(ApiRequest request) {
        String name = request.parameters().required("taskmodule");
        TaskModule module = TaskModule.find(name)
                .orElseThrow(
                        () -> ApiException.parameter(TaskModule.unknown(name).getMessage()));
        request.notes().success(true).info(name);
        return Reply.value(PeriodicTaskJson.options(module));
    }

    private Reply save(ApiRequest request) {
        Parameters parameters = request.parameters();
        TaskDefinition definition = definition(parameters);
        boolean known = parameters.value("id").filter(id -> !id.equals("")).isPresent();
        Integer id = known ? number(request, "id") : null;
        return commands.send(request, new SavePeriodicTask(id, definition), (Integer number) -> {
            request.notes().success(true).info(number.toString());
            return Reply.value(number);
        });
    }

    private static TaskDefinition definition(Parameters parameters) {
        String name = parameters.required("name");
        String interval = parameters.required("interval");
        if (!parameters.has("nodes")) {
            throw ApiException.missingParameter("nodes");
        }
        return new TaskDefinition(
                name,
                !parameters.has("active") || parameters.flag("active"),
                !parameters.has("retry_if_failed") || parameters.flag("retry_if_failed"),
                interval,
                parameters.list("nodes").stream().distinct().toList(),
                parameters.required("taskmodule"),
                parameters.integer("ordering").orElseThrow(() -> ApiException.missingParameter("ordering")),
                options(parameters));
    }

    private static Map<String, String> options(Parameters parameters) {
        Optional<Object> sent = parameters.value("options").filter(value -> !value.equals(""));
        Optional<Object> parsed = sent.map(
                value -> value instanceof String text ? JsonText.parse(text).orElse(text) : value);
        if (parsed.isPresent() && !(parsed.get() instanceof Map)) {
            throw ApiException.parameter("options: expected dictionary, got " + parsed.get());
        }
        Parameters given = Parameters.of(
                parsed.isEmpty() ? Map.of() : parameters.object("options").orElse(Map.of()));
        Map<String, String> options = new HashMap<>();
        given.names().forEach(key -> options.put(key, given.printed(key).orElse("")));
        return options;
    }

    private Reply send(ApiRequest request, Function<Integer, Object> command) {
        int number = number(request, "ptaskid");
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
