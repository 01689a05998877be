package org.symbolon.server.http.tokengroup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.command.tokengroup.DeleteTokengroup;
import org.symbolon.command.tokengroup.SaveTokengroup;
import org.symbolon.query.tokengroup.ListTokengroups;
import org.symbolon.query.tokengroup.TokengroupView;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;
import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.query.QueryDispatcher;

/** Token groups; which tokens are in them is the business of the tokens. */
public class TokengroupEndpoint implements Endpoint {

    private static final String NAME = "groupname";
    private static final String ONE = "/tokengroup/<" + NAME + ">";

    private static final Shape LISTED = Shape.mapOf(
            "By name.",
            Shape.fields("")
                    .with("id", Shape.number("Its number."))
                    .with("description", Shape.text("What it is for.").orNull()));

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;

    public TokengroupEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/tokengroup/", this::list)
                        .needs(AdminActions.TOKENGROUP_LIST)
                        .does("Lists all token groups.")
                        .answers(LISTED),
                Route.admin("GET", ONE, this::get)
                        .needs(AdminActions.TOKENGROUP_LIST)
                        .does("Shows one token group; nothing where it is unknown.")
                        .takes(NAME, Shape.text("Its name."))
                        .answers(LISTED),
                Route.admin("POST", ONE, this::save)
                        .needs(AdminActions.TOKENGROUP_ADD)
                        .does("Makes a token group, or describes it anew.")
                        .takes(NAME, Shape.text("Its name."))
                        .takes("description", Shape.text("What it is for."))
                        .answers(Shape.number("Its number.")),
                Route.admin("DELETE", ONE, this::delete)
                        .needs(AdminActions.TOKENGROUP_DELETE)
                        .does("Deletes a token group that no token is in.")
                        .takes(NAME, Shape.text("Its name."))
                        .answers(Shape.number("The number that it had."))
                        .refuses(10, "There are tokens in it.")
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
        for (TokengroupView view : queries.list(new ListTokengroups(name), TokengroupView.class)) {
            Map<String, Object> json = new HashMap<>();
            json.put("id", view.number());
            json.put("description", view.description());
            listed.put(view.name(), json);
        }
        return listed;
    }

    private Reply save(ApiRequest request) {
        String description = request.parameters().text("description").orElse(null);
        return send(request, new SaveTokengroup(named(request), description));
    }

    private Reply delete(ApiRequest request) {
        return send(request, new DeleteTokengroup(named(request)));
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
