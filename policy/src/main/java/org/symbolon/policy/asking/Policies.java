package org.symbolon.policy.asking;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.symbolon.events.policy.PolicySet;
import org.symbolon.policy.matching.CompiledPolicies;

/** The policies of the moment, made ready once for each change of them. */
public class Policies {

    private final Supplier<PolicySet> source;
    private final SubjectFacts facts;
    private final String node;
    private final Clock clock;
    private final AtomicReference<Compiled> latest = new AtomicReference<>(new Compiled(null, CompiledPolicies.NONE));

    private record Compiled(PolicySet source, CompiledPolicies policies) {}

    public Policies(Supplier<PolicySet> source, SubjectFacts facts, String node, Clock clock) {
        this.source = source;
        this.facts = facts;
        this.node = node;
        this.clock = clock;
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
        PolicySet now = source.get();
        Compiled known = latest.get();
        if (known.source == now) {
            return known.policies;
        }
        Compiled compiled = new Compiled(now, CompiledPolicies.of(now));
        latest.set(compiled);
        return compiled.policies;
    }

    /** Policies are about the time of the place where the server is. */
    private LocalDateTime localTime() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneId.systemDefault());
    }
}
