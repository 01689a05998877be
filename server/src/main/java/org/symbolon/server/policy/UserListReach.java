package org.symbolon.server.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.symbolon.command.user.KnownUser;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.query.shared.Reach.Person;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Visibility;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.policy.matching.CompiledPolicy;

/**
 * Which users an administrator may list. They come from user stores and not from a query, so each one who is found can be held
 * against the right, expressions and all.
 */
final class UserListReach {

    private static final Action RIGHT = AdminActions.USERLIST;
    private static final String REALM = "realm";

    private final Policies policies;
    private final RightTargets targets;
    private final Supplier<ConfigurationView> configuration;

    UserListReach(Policies policies, RightTargets targets, Supplier<ConfigurationView> configuration) {
        this.policies = policies;
        this.targets = targets;
        this.configuration = configuration;
    }

    void limit(ApiRequest request) {
        AskedPolicies asked = policies.of(request);
        if (!asked.hasScope(RIGHT.scope())) {
            return;
        }
        List<RealmView> realms = configuration.get().realms();
        List<String> reached = realms.stream()
                .filter(realm -> reachesSomebody(asked, realm))
                .map(RealmView::name)
                .toList();
        boolean everywhere = asked.askAdmin(RIGHT, Subject.NOWHERE).isSet();
        if (!everywhere || reached.size() < realms.size()) {
            searchWithin(request, asked, reached);
        }
        List<CompiledPolicy> deciding = asked.askAdmin(RIGHT, Subject.ANYONE).policies();
        if (deciding.stream().anyMatch(UserListReach::namesPeople)) {
            Visibility.of(request).limitUsers(user -> isReached(asked, user));
        }
    }

    private static boolean reachesSomebody(AskedPolicies asked, RealmView realm) {
        Stream<Subject> members =
                realm.members().stream().map(member -> new Subject.OfResolver(realm.name(), member.resolver()));
        return Stream.concat(Stream.of(new Subject.Place(realm.name(), "")), members)
                .anyMatch(subject -> asked.askAdmin(RIGHT, subject).isSet());
    }

    private void searchWithin(ApiRequest request, AskedPolicies asked, List<String> reached) {
        Optional<String> realm = request.parameters()
                .givenText(REALM)
                .map(named -> named.toLowerCase(Locale.ROOT))
                .or(() -> first(asked, reached));
        RightPolicies.allow(realm.filter(reached::contains).isPresent(), RIGHT);
        Optional<String> resolver = request.parameters().givenText("resolver");
        RightPolicies.allow(resolver.isEmpty() || targets.isIn(realm.orElseThrow(), resolver.get()), RIGHT);
        request.parameters().overwrite(REALM, realm.orElseThrow());
    }

    private static Optional<String> first(AskedPolicies asked, List<String> reached) {
        Stream<String> named = asked.askAdmin(RIGHT, Subject.ANYONE).policies().stream()
                .flatMap(policy -> policy.view().terms().realms().stream());
        return Stream.concat(named, reached.stream()).filter(reached::contains).findFirst();
    }

    private static boolean namesPeople(CompiledPolicy policy) {
        return !policy.view().terms().users().isEmpty()
                || !policy.view().terms().resolvers().isEmpty();
    }

    /** Where no realm was searched in, being reached in one of those that have his resolver is enough. */
    private boolean isReached(AskedPolicies asked, Person user) {
        return realmsOf(user).stream().anyMatch(realm -> asked.askAdmin(
                        RIGHT, Subject.of(new KnownUser(user.login(), realm, user.resolver(), user.userId())))
                .isSet());
    }

    private List<String> realmsOf(Person user) {
        if (!user.realm().isEmpty()) {
            return List.of(user.realm());
        }
        List<String> realms = configuration.get().realms().stream()
                .map(RealmView::name)
                .filter(realm -> targets.isIn(realm, user.resolver()))
                .toList();
        return realms.isEmpty() ? List.of("") : realms;
    }
}
