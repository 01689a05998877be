package org.symbolon.server.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.symbolon.command.user.UserDirectory;
import org.symbolon.projections.config.ConfigurationView;
import org.symbolon.projections.config.RealmView;
import org.symbolon.query.shared.Reach;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Visibility;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.policy.action.Scope;
import org.symbolon.server.policy.action.SharedAction;
import org.symbolon.server.policy.action.SharedActions;
import org.symbolon.server.policy.action.UserActions;
import org.symbolon.server.policy.matching.PolicyAnswer;

/** What of lists an administrator sees, and what they leave out. Users see what is their own, and need no limit. */
final class ListPolicies {

    private final Policies policies;
    private final RightTargets targets;
    private final RightReach reach;
    private final UserListReach users;
    private final Supplier<ConfigurationView> configuration;

    ListPolicies(
            Policies policies,
            RightTargets targets,
            Supplier<ConfigurationView> configuration,
            UserDirectory directory) {
        this.policies = policies;
        this.targets = targets;
        this.reach = new RightReach(policies, configuration, directory);
        this.users = new UserListReach(policies, targets, configuration);
        this.configuration = configuration;
    }

    /** The tokens that an administrator may list; without the right the list is empty, and that is no mistake. */
    PrePolicy tokens() {
        return PrePolicy.of(
                "right tokenlist, what it reaches",
                request -> {
                    if (RightPolicies.isByAdmin(request)) {
                        limit(request, reach.of(request, AdminActions.TOKENLIST));
                    }
                },
                AdminActions.TOKENLIST);
    }

    /** The right to a list of an administrator, which shows what the right reaches. */
    PrePolicy limited(Action right) {
        return PrePolicy.of(
                "right " + right.name() + ", what it reaches",
                request -> limitOrRefuse(request, right, reach.of(request, right)),
                right);
    }

    /** The right to see the audit; one policy that names realms limits it, also where another one names none. */
    PrePolicy audit() {
        Action ofAdmins = AdminActions.AUDITLOG;
        Action ofUsers = UserActions.AUDITLOG;
        return PrePolicy.of(
                "right auditlog, what it reaches",
                request -> {
                    if (RightPolicies.isByAdmin(request)) {
                        limitOrRefuse(request, ofAdmins, reach.narrowestOf(request, ofAdmins));
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
                "right auditlog_download, what it reaches",
                request -> limitOrRefuse(request, right, reach.narrowestOf(request, right)),
                right);
    }

    /** The realms that an administrator has any right in. */
    PrePolicy realms() {
        return PrePolicy.of("right of any kind, realms of it", request -> {
            AskedPolicies asked = policies.of(request);
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
     * the strongest policy. Each user who is found is held against the right where that names users or resolvers.
     */
    PrePolicy users() {
        Action ofAdmins = AdminActions.USERLIST;
        Action ofUsers = UserActions.USERLIST;
        return PrePolicy.of(
                "right userlist, what it reaches",
                request -> {
                    if (RightPolicies.isByAdmin(request)) {
                        users.limit(request);
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

    private static void limitOrRefuse(ApiRequest request, Action right, Optional<Reach> reached) {
        RightPolicies.allow(reached.filter(Reach::isNothing).isEmpty(), right);
        limit(request, reached);
    }

    private static void limit(ApiRequest request, Optional<Reach> reached) {
        reached.ifPresent(Visibility.of(request)::limitTo);
    }

    private Stream<String> realmNames() {
        return configuration.get().realms().stream().map(RealmView::name);
    }
}
