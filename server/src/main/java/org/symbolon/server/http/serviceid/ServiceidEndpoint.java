package org.symbolon.server.http.serviceid;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.command.serviceid.DeleteServiceid;
import org.symbolon.command.serviceid.SaveServiceid;
import org.symbolon.query.serviceid.ListServiceids;
import org.symbolon.query.serviceid.ServiceidView;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;
import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.query.QueryDispatcher;

/** Service ids: names of services that tokens can be attached to. */
public class ServiceidEndpoint implements Endpoint {

    private static final String NAME = "name";
    private static final String ONE = "/serviceid/<" + NAME + ">";

    private static final Shape LISTED = Shape.mapOf(
            "By name.",
            Shape.fields("")
                    .with("id", Shape.number("Its number."))
                    .with("description", Shape.text("What it is for.").orNull()));

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;

    public ServiceidEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/serviceid/", this::list)
                        .needs(AdminActions.SERVICEID_LIST)
                        .does("Lists all service ids.")
                        .answers(LISTED),
                Route.admin("GET", ONE, this::get)
                        .needs(AdminActions.SERVICEID_LIST)
                        .does("Shows one service id; nothing where it is unknown.")
                        .takes(NAME, Shape.text("Its name."))
                        .answers(LISTED),
                Route.admin("POST", ONE, this::save)
                        .needs(AdminActions.SERVICEID_ADD)
                        .does("Makes a service id, or describes it anew.")
                        .takes(NAME, Shape.text("Its name."))
                        .takes("description", Shape.text("What it is for."))
                        .answers(Shape.number("Its number.")),
                Route.admin("DELETE", ONE, this::delete)
                        .needs(AdminActions.SERVICEID_DELETE)
                        .does("Deletes a service id.")
                        .takes(NAME, Shape.text("Its name."))
                        .answers(Shape.number("The number that it had."))
                        .refuses(601, "It does not exist."));
    }

    private Reply list(ApiRequest request) {
        request.notes().success(true);
        return Reply.value(listed(null));
    }

    private Reply get(ApiRequest request) {
        String name = named(request);
        request.notes().success(true);
        return Reply.value(listed(name));
    }

    private Map<String, Object> listed(String name) {
        Map<String, Object> listed = new TreeMap<>();
        for (ServiceidView view : queries.list(new ListServiceids(name), ServiceidView.class)) {
            Map<String, Object> json = new HashMap<>();
            json.put("id", view.number());
            json.put("description", view.description());
            listed.put(view.name(), json);
        }
        return listed;
    }

    private Reply save(ApiRequest request) {
        String description = request.parameters().text("description").orElse(null);
        return send(request, new SaveServiceid(named(request), description));
    }

    private Reply delete(ApiRequest request) {
        return send(request, new DeleteServiceid(named(request)));
    }

    private static String named(ApiRequest request) {
        String name = request.parameters().required(NAME);
        request.notes().info(name);
        return name;
    }

    private Reply send(ApiRequest request, Object command) {
        return commands.send(request, command, (Integer value) -> {
            request.notes().success(true);
            return Reply.value(value);
        });
    }
}
