package org.symbolon.command.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.symbolon.events.auth.Denial;
import org.symbolon.events.auth.Ruled;

/** Reads what policies have said for one decision, and keeps the names of those that took effect by that, in their order. */
final class Reading {

    private final List<String> policies = new ArrayList<>();

    List<String> policies() {
        return policies;
    }

    void note(List<String> names) {
        policies.addAll(names);
    }

    /** What the rule decides with what is said; nothing where nothing is, and where it cannot be followed, that all is forbidden. */
    <T> Optional<Decision> decide(Ruled<T> said, Function<T, Optional<Decision>> rule) {
        note(said.policies());
        if (said.fault() != null) {
            return Optional.of(Decision.forbidden(Denial.ofPolicy(said.fault())));
        }
        return said.value() == null ? Optional.empty() : rule.apply(said.value());
    }

    /** That all is forbidden where what is said cannot be followed. */
    Optional<Decision> faultOf(Ruled<?> said) {
        return decide(said, value -> Optional.empty());
    }
}
