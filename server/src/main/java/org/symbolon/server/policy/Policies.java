package org.symbolon.server.policy;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.policy.PolicySet;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.policy.matching.CompiledPolicies;

/** The policies of the moment, made ready once for each change of them. */
public class Policies {

    private final Supplier<ConfigurationView> configuration;
    private final SubjectFacts facts;
    private final String node;
    private final Clock clock;
    private final AtomicReference<Compiled> latest = new AtomicReference<>(new Compiled(null, CompiledPolicies.NONE));

    private record Compiled(PolicySet source, CompiledPolicies policies) {}

    Policies(Supplier<ConfigurationView> configuration, SubjectFacts facts, String node, Clock clock) {
        this.configuration = configuration;
        this.facts = facts;
        this.node = node;
        this.clock = clock;
    }

    /** The policies as the request meets them; the same each time it asks. */
    public AskedPolicies of(ApiRequest request) {
        return request.own(AskedPolicies.class, () -> at(occasionOf(request), request.notes()::addPolicy));
    }

    /** A request as an occasion. */
    public static Occasion occasionOf(ApiRequest request) {
        return new Occasion(
                request.caller(),
                request.method(),
                request.client(),
                name -> request.header(name).orElse(null),
                request.parameters().givenText("serial").filter(text -> !text.contains("*")));
    }

    /**
     * The policies as an occasion meets them.
     *
     * @param effective is told the name of each policy that took effect
     */
    public AskedPolicies at(Occasion occasion, Consumer<String> effective) {
        return new AskedPolicies(occasion, effective, current(), node, localTime(), facts);
    }

    /** All policies as they are now. */
    public CompiledPolicies current() {
        PolicySet source = configuration.get().policies();
        Compiled known = latest.get();
        if (known.source == source) {
            return known.policies;
        }
        Compiled compiled = new Compiled(source, CompiledPolicies.of(source));
        latest.set(compiled);
        return compiled.policies;
    }

    /** Policies are about the time of the place where the server is. */
    private LocalDateTime localTime() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
    }
}
