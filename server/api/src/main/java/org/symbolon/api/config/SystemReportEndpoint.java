package org.symbolon.api.config;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.query.admin.AdminView;
import org.symbolon.query.admin.ListAdmins;
import org.symbolon.query.sending.QueryDispatcher;

/** The documentation of the whole set-up as one file. */
@Component
public class SystemReportEndpoint implements Endpoint {

    private static final String PLAIN = "text/plain; charset=utf-8";

    private final Supplier<ConfigurationView> configuration;
    private final QueryDispatcher queries;
    private final ServerSettings settings;
    private final Surroundings surroundings;
    private final Clock clock;

    /** What no event says: which node this is, and which realms are of administrators. */
    @Component
    record Surroundings(String node, List<String> superuserRealms) {

        Surroundings(
                @Value("${symbolon.node}") String node,
                @Value("${symbolon.superuser-realms:}") List<String> superuserRealms) {
            this.node = node;
            this.superuserRealms = superuserRealms;
        }
    }

    SystemReportEndpoint(
            Supplier<ConfigurationView> configuration,
            QueryDispatcher queries,
            ServerSettings settings,
            Surroundings surroundings,
            Clock clock) {
        this.configuration = configuration;
        this.queries = queries;
        this.settings = settings;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("GET", "/system/documentation", this::report)
                .needs(AdminActions.SYSTEM_DOCUMENTATION)
                .does("Answers how the server is set up, as a file; secrets are censored.")
                .answers(PLAIN, Shape.text("reStructuredText.")));
    }

    private Reply report(ApiRequest request) {
        SystemReport report = new SystemReport()
                .about(surroundings.node(), clock.instant())
                .serverSettings(settings.shown())
                .administrators(queries.list(new ListAdmins(), AdminView.class), surroundings.superuserRealms())
                .configuration(configuration.get());
        request.notes().success(true);
        return Reply.text(PLAIN, report.toString())
                .header("Content-disposition", "attachment; filename=documentation.rst");
    }
}
