package org.symbolon.server.http.policy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.ConfigurationSource;
import org.symbolon.server.http.Endpoint;
import org.symbolon.server.http.Parameters;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.Route;

/** What has become of policies: what differs between two times. eduMFA does not tell. */
public class PolicyDiffEndpoint implements Endpoint {

    private final ConfigurationSource configuration;

    public PolicyDiffEndpoint(ConfigurationSource configuration) {
        this.configuration = configuration;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("GET", "/policy/diff", this::difference));
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
