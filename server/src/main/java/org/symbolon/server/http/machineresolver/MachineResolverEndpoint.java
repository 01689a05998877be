package org.symbolon.server.http.machineresolver;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.symbolon.command.machineresolver.DeleteMachineResolver;
import org.symbolon.command.machineresolver.MachineResolverCommands;
import org.symbolon.command.machineresolver.SaveMachineResolver;
import org.symbolon.command.secret.Censored;
import org.symbolon.query.machineresolver.ListMachineResolvers;
import org.symbolon.query.machineresolver.MachineResolverView;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.ConfigParameters;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;
import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.query.QueryDispatcher;

/** Machine resolvers: what is defined of where machines come from. */
public class MachineResolverEndpoint implements Endpoint {

    private static final String NAME = "resolver";
    private static final String ONE = "/machineresolver/<" + NAME + ">";

    /** Parameters that are no entries of a configuration; the name is one, as clients of eduMFA know it. */
    private static final Set<String> NO_ENTRIES = Set.of("type", "nonce");

    private static final Shape LISTED = Shape.mapOf(
            "By name.",
            Shape.fields("")
                    .with("resolvername", Shape.text("Its name."))
                    .with("type", Shape.text("Its type."))
                    .with("data", Shape.mapOf("Its configuration.", Shape.text(""))));

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;

    public MachineResolverEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/machineresolver/", this::list)
                        .needs(AdminActions.MRESOLVERREAD)
                        .does("Lists machine resolvers; secrets are censored.")
                        .takes("type", Shape.text("Only of this type."))
                        .answers(LISTED),
                Route.admin("GET", ONE, this::get)
                        .needs(AdminActions.MRESOLVERREAD)
                        .does("Shows one machine resolver, whatever the case of its name; nothing where it is unknown.")
                        .takes(NAME, Shape.text("Its name."))
                        .answers(LISTED),
                Route.admin("POST", "/machineresolver/test", this::test)
                        .needs(AdminActions.MRESOLVERWRITE)
                        .does("Tries a configuration out.")
                        .takes(
                                "type",
                                Shape.text("The type of machine resolver.").required())
                        .answers(Shape.flag("Whether it works."))
                        .tells(Shape.fields("").with("description", Shape.text("What came of it."))),
                Route.admin("POST", ONE, this::save)
                        .needs(AdminActions.MRESOLVERWRITE)
                        .does("Makes a machine resolver, or changes what is given of it.")
                        .takes(NAME, Shape.text("Its name."))
                        .takes("type", Shape.text("Its type.").required())
                        .takes(ConfigParameters.SHAPE)
                        .answers(Shape.number("Its number."))
                        .refuses(302, "It exists with another type."),
                Route.admin("DELETE", ONE, this::delete)
                        .needs(AdminActions.MRESOLVERDELETE)
                        .does("Deletes a machine resolver.")
                        .takes(NAME, Shape.text("Its name."))
                        .answers(Shape.number("The number that it had."))
                        .refuses(601, "It does not exist."));
    }

    private Reply list(ApiRequest request) {
        Optional<String> type = request.parameters().nonEmptyText("type");
        request.notes().success(true);
        return listed(view -> type.isEmpty() || type.get().equals(view.type()));
    }

    private Reply get(ApiRequest request) {
        String name = named(request);
        request.notes().success(true);
        return listed(view -> view.name().equalsIgnoreCase(name));
    }

    private Reply listed(Predicate<MachineResolverView> wanted) {
        Map<String, Object> listed = new TreeMap<>();
        for (MachineResolverView view : queries.list(new ListMachineResolvers(), MachineResolverView.class)) {
            if (wanted.test(view)) {
                Map<String, String> data = new HashMap<>();
                view.entries().forEach((key, value) -> data.put(key, value.orElse(Censored.TEXT)));
                listed.put(view.name(), Map.of("resolvername", view.name(), "type", view.type(), "data", data));
            }
        }
        return Reply.value(listed);
    }

    private Reply save(ApiRequest request) {
        String type = request.parameters().required("type");
        SaveMachineResolver command =
                new SaveMachineResolver(named(request), type, ConfigParameters.given(request.parameters(), NO_ENTRIES));
        return send(request, command);
    }

    private Reply delete(ApiRequest request) {
        return send(request, new DeleteMachineResolver(named(request)));
    }

    private static String named(ApiRequest request) {
        String name = request.parameters().required(NAME);
        request.notes().info(name);
        return name;
    }

    private Reply send(ApiRequest request, Object command) {
        return commands.send(request, command, (Integer number) -> {
            request.notes().success(true);
            return Reply.value(number);
        });
    }

    /** A file of hosts needs no test; whatever else would be tested cannot be reached yet. */
    private Reply test(ApiRequest request) {
        String type = request.parameters().required("type");
        MachineResolverCommands.requireType(type);
        request.notes().success(true);
        return Reply.value(false).detail(Map.of("description", "Not Implemented"));
    }
}
