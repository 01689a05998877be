package org.symbolon.policy.matching;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.Kind;

/** The policies that answered a question about one action, and what they say of it. */
public final class PolicyAnswer {

    private final Action action;
    private final List<CompiledPolicy> policies;
    private final Consumer<String> effective;

    /** What takes effect, by being read, is named to the listener. */
    public PolicyAnswer(Action action, List<CompiledPolicy> policies, Consumer<String> effective) {
        this.action = action;
        this.policies = policies;
        this.effective = effective;
    }

    /** Whether any policy decides so: for actions that have no value. */
    public boolean isSet() {
        policies.forEach(policy -> effective.accept(policy.name()));
        return !policies.isEmpty();
    }

    /** The strongest first; looking at them is no effect. */
    public List<CompiledPolicy> policies() {
        return policies;
    }

    public List<String> names() {
        return policies.stream().map(CompiledPolicy::name).toList();
    }

    /**
     * The one value that the strongest policies agree on; empty if no policy says any.
     *
     * @throws PolicyRefusal 303 if they say several
     */
    public Optional<String> value() {
        Set<String> values = values(strongest());
        if (values.size() > 1) {
            String names = strongest().stream()
                    .map(policy -> "'" + policy.name() + "'")
                    .collect(Collectors.joining(", "));
            throw new PolicyRefusal("There are policies with conflicting actions: [" + names + "]");
        }
        return values.stream().findFirst();
    }

    /** The one value, or {@code True} where a flag is set. */
    public Optional<String> text() {
        if (action.kind() == Kind.FLAG) {
            return isSet() ? Optional.of("True") : Optional.empty();
        }
        return value();
    }

    /** Every value that any of the policies says. */
    public Set<String> values() {
        return values(policies);
    }

    /** As {@link #values}, with the names of the policies that say so. */
    public Map<String, List<String>> namesByValue() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (CompiledPolicy policy : policies) {
            values(List.of(policy)).forEach(value -> names.computeIfAbsent(value, said -> new ArrayList<>())
                    .add(policy.name()));
        }
        return names;
    }

    private List<CompiledPolicy> strongest() {
        int end = 0;
        while (end < policies.size()
                && policies.get(end).priority() == policies.get(0).priority()) {
            end++;
        }
        return policies.subList(0, end);
    }

    private Set<String> values(List<CompiledPolicy> from) {
        Set<String> values = new LinkedHashSet<>();
        for (CompiledPolicy policy : from) {
            if (policy.names(action.name())) {
                effective.accept(policy.name());
                ActionValue said = policy.said(action.name()).orElseThrow(() -> withoutValue(policy));
                values.addAll(said.valuesOf(action));
            }
        }
        return values;
    }

    private PolicyRefusal withoutValue(CompiledPolicy policy) {
        return new PolicyRefusal(
                "The policy '" + policy.name() + "' names the action '" + action.name() + "' without a value.");
    }
}
