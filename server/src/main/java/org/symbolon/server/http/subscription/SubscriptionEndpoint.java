package org.symbolon.server.http.subscription;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.command.subscription.DeleteSubscription;
import org.symbolon.query.subscription.ListSubscriptions;
import org.symbolon.query.subscription.SubscriptionView;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.CommandDispatcher;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.HttpDate;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;
import org.symbolon.server.http.Shape;
import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.query.QueryDispatcher;

/** Subscriptions, as clients of privacyIDEA know them. They are kept and shown, and change nothing. */
public class SubscriptionEndpoint implements Endpoint {

    private static final String APPLICATION = "application";
    private static final String ALL = "/subscriptions/";
    private static final String ONE = ALL + "<" + APPLICATION + ">";

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;

    public SubscriptionEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public List<Route> routes() {
        Shape listed = Shape.listOf("The subscriptions.", Shape.object("What is known of one."));
        return List.of(
                Route.admin("GET", ALL, this::list)
                        .needs(AdminActions.MANAGESUBSCRIPTION)
                        .does("Lists subscriptions.")
                        .answers(listed),
                Route.admin("GET", ONE, this::get)
                        .needs(AdminActions.MANAGESUBSCRIPTION)
                        .does("Shows one subscription; nothing where it is unknown.")
                        .takes(APPLICATION, Shape.text("For which application."))
                        .answers(listed),
                Route.admin("POST", ALL, this::save)
                        .needs(AdminActions.MANAGESUBSCRIPTION)
                        .does("Keeps a subscription, or what a new file says otherwise.")
                        .takes("file", Shape.file("The subscription.").required())
                        .answers(Shape.number("Its number."))
                        .refuses(101, "The file is none of a subscription."),
                Route.admin("DELETE", ONE, this::delete)
                        .needs(AdminActions.MANAGESUBSCRIPTION)
                        .does("Deletes a subscription.")
                        .takes(APPLICATION, Shape.text("For which application."))
                        .answers(Shape.number("How many were deleted.")));
    }

    private Reply list(ApiRequest request) {
        return listed(request, new ListSubscriptions(null));
    }

    private Reply get(ApiRequest request) {
        return listed(request, new ListSubscriptions(named(request)));
    }

    private Reply listed(ApiRequest request, ListSubscriptions query) {
        request.notes().success(true);
        return Reply.value(queries.list(query, SubscriptionView.class).stream()
                .map(SubscriptionEndpoint::json)
                .toList());
    }

    private static Map<String, Object> json(SubscriptionView view) {
        Map<String, Object> json = new TreeMap<>(view.columns());
        json.replaceAll((name, value) -> value instanceof LocalDateTime time ? HttpDate.of(time) : value);
        return json;
    }

    private Reply save(ApiRequest request) {
        return send(request, SubscriptionFile.read(request.parameters().requiredUpload("file")));
    }

    private Reply delete(ApiRequest request) {
        return send(request, new DeleteSubscription(named(request)));
    }

    private static String named(ApiRequest request) {
        String application = request.parameters().required(APPLICATION);
        request.notes().info(application);
        return application;
    }

    private Reply send(ApiRequest request, Object command) {
        return commands.send(request, command, (Integer value) -> {
            request.notes().success(true);
            return Reply.value(value);
        });
    }
}
