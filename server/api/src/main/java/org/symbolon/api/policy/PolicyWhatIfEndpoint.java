package org.symbolon.api.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Endpoint;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.kernel.Route;
import org.symbolon.api.kernel.Shape;
import org.symbolon.events.policy.PolicySet;
import org.symbolon.policy.action.AdminActions;
import org.symbolon.policy.whatif.PolicyReplay;
import org.symbolon.policy.whatif.Replayed;
import org.symbolon.projections.config.ConfigurationView;

/** Tries a draft of policies on the requests of the past. eduMFA cannot: it does not know them. */
@Component
public class PolicyWhatIfEndpoint implements Endpoint {

    private static final int MOST_REQUESTS = 1_000_000;
    private static final int MOST_EXAMPLES = 1_000;
    private static final int EXAMPLES = 100;

    private final PolicyReplay replay;
    private final Supplier<ConfigurationView> configuration;
    private final Clock clock;

    public PolicyWhatIfEndpoint(PolicyReplay replay, Supplier<ConfigurationView> configuration, Clock clock) {
        this.replay = replay;
        this.configuration = configuration;
        this.clock = clock;
    }

    @Override
    public List<Route> routes() {
        return List.of(Route.admin("POST", "/policy/whatif", this::replay)
                .needs(AdminActions.POLICYWRITE)
                .does("Tells which recorded requests would have come out differently under other policies.")
                .takes(
                        "draft",
                        Shape.anything(
                                "The policies that would be made or changed: a file of policies, or a policy or a"
                                        + " list of them."))
                .takes("remove", Shape.list("The names of those that would be deleted."))
                .takes("from", Shape.time("When the period begins.").required())
                .takes("to", Shape.time("When it ends; now where it is not given."))
                .takes("requests", Shape.number("After how many to stop.").or(MOST_REQUESTS))
                .takes("examples", Shape.number("How many are shown.").or(EXAMPLES))
                .answers(ReplayJson.SHAPE)
                .refuses(302, "A client in the draft is no address.")
                .refuses(601, "A policy that would be deleted does not exist."));
    }

    private Reply replay(ApiRequest request) {
        Parameters parameters = request.parameters();
        Instant from = parameters.moment("from").orElseThrow(() -> ApiException.missingParameter("from"));
        Instant to = parameters.moment("to").orElseGet(clock::instant);
        PolicyReplay.Bounds bounds = new PolicyReplay.Bounds(
                from, to, bounded(parameters, "requests", MOST_REQUESTS), bounded(parameters, "examples", EXAMPLES));
        PolicySet current = configuration.get().policies();
        PolicySet drafted = PolicyDraft.over(current, parameters.value("draft").orElse(""), parameters.list("remove"));
        Replayed replayed = replay.replay(current, drafted, bounds, (done, all) -> {});
        request.notes()
                .success(true)
                .info(replayed.differing() + " of " + replayed.requests()
                        + " requests would have come out differently");
        return Reply.value(ReplayJson.of(replayed));
    }

    private static int bounded(Parameters parameters, String name, int preset) {
        int most = name.equals("requests") ? MOST_REQUESTS : MOST_EXAMPLES;
        int wanted = parameters.integer(name, preset);
        if (wanted < 0 || wanted > most) {
            throw ApiException.parameter("Parameter '" + name + "' must be between 0 and " + most);
        }
        return wanted;
    }
}
