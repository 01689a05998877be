package org.symbolon.server.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.matching.PolicyAnswer;

/**
 * How far the rights of an administrator reach: everywhere, or into some of the realms there are. Expressions and
 * exclusions mean in a list what they mean when a right is asked for.
 */
final class RealmLimits {

    private final Policies policies;
    private final Supplier<ConfigurationView> configuration;

    RealmLimits(Policies policies, Supplier<ConfigurationView> configuration) {
        this.policies = policies;
        this.configuration = configuration;
    }

    /** The realms that the right reaches, perhaps none; empty if it reaches everything. */
    Optional<List<String>> of(ApiRequest request, Action right) {
        RequestPolicies asked = policies.of(request);
        if (!asked.hasScope(right.scope())) {
            return Optional.empty();
        }
        boolean everywhere = asked.askAdmin(right, Subject.NOWHERE).isSet();
        List<String> reached = names().stream()
                .filter(realm -> ask(asked, right, realm).isSet())
                .toList();
        return everywhere && reached.size() == names().size() ? Optional.empty() : Optional.of(reached);
    }

    /** The same where one policy that names realms is a limit, whatever other policies allow. */
    Optional<List<String>> narrowestOf(ApiRequest request, Action right) {
        RequestPolicies asked = policies.of(request);
        if (!asked.hasScope(right.scope())) {
            return Optional.empty();
        }
        Set<String> wide = new HashSet<>(asked.askAdmin(right, Subject.NOWHERE).names());
        List<String> named = names().stream()
                .filter(realm -> !wide.containsAll(ask(asked, right, realm).names()))
                .toList();
        return named.isEmpty() ? of(request, right) : Optional.of(named);
    }

    private static PolicyAnswer ask(RequestPolicies asked, Action right, String realm) {
        return asked.askAdmin(right, new Subject.Place(realm, ""));
    }

    private List<String> names() {
        return configuration.get().realms().stream().map(RealmView::name).toList();
    }
}
