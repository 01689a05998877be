package org.symbolon.api.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.ConfigurationSource;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.policy.action.AdminActions;

/** What has become of policies: what differs between two times. eduMFA does not tell. */
@Component
public class PolicyDiffEndpoint implements Endpoint {

    private static final Shape DIFFERENCE = Shape.fields("")
            .with("created", Shape.listOf("Policies that came.", PolicyJson.SHAPE))
            .with("deleted", Shape.listOf("Policies that went.", PolicyJson.SHAPE))
            .with(
                    "changed",
                    Shape.listOf(
                            "Policies that changed.",
                            Shape.fields("")
                                    .with("name", Shape.text("Which."))
                                    .with("changes", Shape.object("`old` and `new` of each field that differs."))));

    private final ConfigurationSource configuration;

    public PolicyDiffEndpoint(ConfigurationSource configuration) {
        this.configuration = configuration;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("GET", "/policy/diff", this::difference)
                .needs(AdminActions.POLICYREAD)
                .does("Tells what differs between the policies of two moments.")
                .takes("from", Shape.time("The earlier moment.").required())
                .takes("to", Shape.time("The later moment; now where it is not given."))
                .answers(DIFFERENCE));
    }

    private Reply difference(ApiRequest request) {
        Parameters parameters = request.parameters();
        Instant from = parameters.moment("from").orElseThrow(() -> ApiException.missingParameter("from"));
        Optional<Instant> to = parameters.moment("to");
        Map<String, Object> difference = PolicyDifference.between(
                configuration.at(Optional.of(from)).policies(),
                configuration.at(to).policies());
        request.notes().success(true);
        return Reply.value(difference);
    }
}
