package org.symbolon.server.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Visibility;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.policy.action.Scope;
import org.symbolon.server.policy.action.SharedAction;
import org.symbolon.server.policy.action.SharedActions;
import org.symbolon.server.policy.action.UserActions;
import org.symbolon.server.policy.matching.CompiledPolicy;
import org.symbolon.server.policy.matching.PolicyAnswer;

/** What of lists an administrator sees, and what they leave out. Users see what is their own, and need no limit. */
final class ListPolicies {

    private static final String REALM = "realm";
    private static final String RESOLVER = "resolver";

    private final Policies policies;
    private final RightTargets targets;
    private final RealmLimits limits;
    private final Supplier<ConfigurationView> configuration;

    ListPolicies(Policies policies, RightTargets targets, Supplier<ConfigurationView> configuration) {
        this.policies = policies;
        this.targets = targets;
        this.limits = new RealmLimits(policies, configuration);
        this.configuration = configuration;
    }

    /** The tokens that an administrator may list; without the right the list is empty, and that is no mistake. */
    PrePolicy tokens() {
        return PrePolicy.of(
                "right tokenlist, realms of it",
                request -> {
                    if (RightPolicies.isByAdmin(request)) {
                        limit(request, limits.of(request, AdminActions.TOKENLIST));
                    }
                },
                AdminActions.TOKENLIST);
    }

    /** The right to a list of an administrator; what it shows is in the realms of the right. */
    PrePolicy limited(Action right) {
        return PrePolicy.of(
                "right " + right.name() + ", realms of it",
                request -> limitOrRefuse(request, right, limits.of(request, right)),
                right);
    }

    /** The right to see the audit; one policy that names realms limits it, also where another one names none. */
    PrePolicy audit() {
        Action ofAdmins = AdminActions.AUDITLOG;
        Action ofUsers = UserActions.AUDITLOG;
        return PrePolicy.of(
                "right auditlog, realms of it",
                request -> {
                    if (RightPolicies.isByAdmin(request)) {
                        limitOrRefuse(request, ofAdmins, limits.narrowestOf(request, ofAdmins));
                        return;
                    }
                    RightPolicies.allow(
                            !policies.of(request).hasScope(Scope.USER)
                                    || ask(request, SharedActions.AUDITLOG).isSet(),
                            ofUsers);
                },
                ofAdmins,
                ofUsers);
    }

    /** The right to download the audit, limited as the right to see it. */
    PrePolicy auditDownload() {
        Action right = AdminActions.AUDITLOG_DOWNLOAD;
        return PrePolicy.of(
                "right auditlog_download, realms of it",
                request -> limitOrRefuse(request, right, limits.narrowestOf(request, right)),
                right);
    }

    /** The realms that an administrator has any right in. */
    PrePolicy realms() {
        return PrePolicy.of("right of any kind, realms of it", request -> {
            RequestPolicies asked = policies.of(request);
            if (!asked.hasScope(Scope.ADMIN)) {
                return;
            }
            List<String> reached = realmNames()
                    .filter(realm -> asked.hasAnyRightOver(new Subject.Place(realm, "")))
                    .toList();
            boolean everywhere = asked.hasAnyRightOver(Subject.NOWHERE);
            if (!everywhere || reached.size() < realmNames().count()) {
                Visibility.of(request).limitTo(reached);
            }
        });
    }

    /**
     * The right to list users. Whom it does not let search everywhere, and who names no realm, searches in the first realm of
     * the strongest policy.
     */
    PrePolicy users() {
        Action ofAdmins = AdminActions.USERLIST;
        Action ofUsers = UserActions.USERLIST;
        return PrePolicy.of(
                "right userlist, realm of it",
                request -> {
                    if (RightPolicies.isByAdmin(request)) {
                        limits.of(request, ofAdmins).ifPresent(reached -> searchWithin(request, reached));
                        return;
                    }
                    RightPolicies.allow(
                            !policies.of(request).hasScope(Scope.USER)
                                    || ask(request, SharedActions.USERLIST).isSet(),
                            ofUsers);
                },
                ofAdmins,
                ofUsers);
    }

    private void searchWithin(ApiRequest request, List<String> reached) {
        Action right = AdminActions.USERLIST;
        Optional<String> realm = request.parameters()
                .givenText(REALM)
                .map(named -> named.toLowerCase(Locale.ROOT))
                .or(() -> first(request, reached));
        RightPolicies.allow(realm.filter(reached::contains).isPresent(), right);
        Optional<String> resolver = request.parameters().givenText(RESOLVER);
        RightPolicies.allow(resolver.isEmpty() || targets.isIn(realm.orElseThrow(), resolver.get()), right);
        request.parameters().overwrite(REALM, realm.orElseThrow());
    }

    private Optional<String> first(ApiRequest request, List<String> reached) {
        PolicyAnswer answer = policies.of(request).askAdmin(AdminActions.USERLIST, Subject.ANYONE);
        Stream<String> named =
                answer.policies().stream().map(CompiledPolicy::view).flatMap(view -> view.terms().realms().stream());
        return Stream.concat(named, reached.stream()).filter(reached::contains).findFirst();
    }

    /** What the policies say that lists leave out. */
    PrePolicy hide(SharedAction action) {
        return PrePolicy.of(
                action.in(Scope.ADMIN).name(),
                request -> {
                    if (policies.of(request).hasScope(RightPolicies.scopeOf(request))) {
                        Visibility.of(request).hide(ask(request, action).values());
                    }
                },
                action.in(Scope.ADMIN),
                action.in(Scope.USER));
    }

    /** How far back the audit is shown, whatever the request asks for. */
    PrePolicy auditAge() {
        SharedAction action = SharedActions.AUDITLOG_AGE;
        return PrePolicy.of(
                "auditlog_age",
                request -> {
                    if (policies.of(request).hasScope(RightPolicies.scopeOf(request))) {
                        ask(request, action).value().ifPresent(age -> request.parameters()
                                .overwrite("timelimit", age));
                    }
                },
                action.in(Scope.ADMIN),
                action.in(Scope.USER));
    }

    /** What holds for an administrator is looked at whomever he lists; what holds for a user, for himself. */
    private PolicyAnswer ask(ApiRequest request, SharedAction action) {
        Subject subject = RightPolicies.isByAdmin(request)
                ? Subject.ANYONE
                : targets.named(request).get(0);
        return policies.of(request).askCaller(action.in(RightPolicies.scopeOf(request)), subject);
    }

    private static void limitOrRefuse(ApiRequest request, Action right, Optional<List<String>> reached) {
        RightPolicies.allow(reached.isEmpty() || !reached.get().isEmpty(), right);
        limit(request, reached);
    }

    private static void limit(ApiRequest request, Optional<List<String>> reached) {
        reached.ifPresent(Visibility.of(request)::limitTo);
    }

    private Stream<String> realmNames() {
        return configuration.get().realms().stream().map(RealmView::name);
    }
}
