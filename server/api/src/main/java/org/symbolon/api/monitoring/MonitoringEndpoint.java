package org.symbolon.api.monitoring;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.WireTime;
import org.symbolon.command.monitoring.DeleteStatistics;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.query.monitoring.CountUsersWithToken;
import org.symbolon.query.monitoring.FindLastStatistic;
import org.symbolon.query.monitoring.ListStatisticKeys;
import org.symbolon.query.monitoring.ListStatistics;
import org.symbolon.query.monitoring.StatisticView;
import org.symbolon.query.sending.QueryDispatcher;

/** Statistics: what periodic tasks have noted, and how many users have a token now. */
@Component
public class MonitoringEndpoint implements Endpoint {

    private static final String KEY = "stats_key";
    private static final String ONE = "/monitoring/<" + KEY + ">";

    private static final Shape SPAN = Shape.fields("")
            .with("start", Shape.time("Only from this moment on."))
            .with("end", Shape.time("Only until this moment."));

    private final CommandDispatcher commands;
    private final QueryDispatcher queries;

    public MonitoringEndpoint(CommandDispatcher commands, QueryDispatcher queries) {
        this.commands = commands;
        this.queries = queries;
    }

    @Override
    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/monitoring/", this::keys)
                        .needs(AdminActions.STATISTICS_READ)
                        .does("Lists the keys under which figures are kept.")
                        .answers(Shape.list("The keys.")),
                Route.admin("GET", ONE, this::list)
                        .needs(AdminActions.STATISTICS_READ)
                        .does("Lists the figures of a key in the order of their moments.")
                        .takes(KEY, Shape.text("The key."))
                        .takes(SPAN)
                        .answers(Shape.listOf(
                                "The figures.", Shape.listOf("The moment and the number.", Shape.anything("")))),
                Route.admin("GET", ONE + "/last", this::last)
                        .needs(AdminActions.STATISTICS_READ)
                        .does("Shows the newest figure of a key.")
                        .takes(KEY, Shape.text("The key."))
                        .answers(Shape.number("The number; null where there is none.")
                                .orNull()),
                Route.admin("DELETE", ONE, this::delete)
                        .needs(AdminActions.STATISTICS_DELETE)
                        .does("Deletes figures of a key.")
                        .takes(KEY, Shape.text("The key."))
                        .takes(SPAN)
                        .answers(Shape.number("How many were deleted.")),
                Route.admin("GET", "/stats/current/users_with_token", this::usersWithToken)
                        .needs(AdminActions.STATISTICS_READ)
                        .does("Counts the users who have a token now.")
                        .takes("type", Shape.text("Only tokens of this type."))
                        .takes("realm", Shape.text("Only users of this realm."))
                        .takes("active", Shape.flag("Only enabled tokens, or only disabled ones."))
                        .answers(Shape.number("How many users.")));
    }

    private Reply keys(ApiRequest request) {
        request.notes().success(true);
        return Reply.value(queries.list(new ListStatisticKeys(), String.class));
    }

    private Reply list(ApiRequest request) {
        ListStatistics query = new ListStatistics(key(request), moment(request, "start"), moment(request, "end"));
        request.notes().success(true);
        return Reply.value(queries.list(query, StatisticView.class).stream()
                .map(figure -> List.of(WireTime.of(figure.moment()), figure.value()))
                .toList());
    }

    private Reply last(ApiRequest request) {
        FindLastStatistic query = new FindLastStatistic(key(request));
        request.notes().success(true);
        return Reply.value(queries.find(query, Integer.class).orElse(null));
    }

    private Reply delete(ApiRequest request) {
        DeleteStatistics command = new DeleteStatistics(key(request), moment(request, "start"), moment(request, "end"));
        return commands.send(request, command, (Integer count) -> {
            request.notes().success(true);
            return Reply.value(count);
        });
    }

    private Reply usersWithToken(ApiRequest request) {
        Parameters parameters = request.parameters();
        Boolean active = parameters.value("active").map("true"::equals).orElse(null);
        CountUsersWithToken query = new CountUsersWithToken(
                parameters.text("type").orElse(null), parameters.text("realm").orElse(null), active);
        request.notes().success(true);
        return Reply.value(queries.ask(query, Integer.class));
    }

    private static String key(ApiRequest request) {
        String key = request.parameters().required(KEY);
        request.notes().info(key);
        return key;
    }

    private static Instant moment(ApiRequest request, String parameter) {
        return request.parameters().moment(parameter).orElse(null);
    }
}
