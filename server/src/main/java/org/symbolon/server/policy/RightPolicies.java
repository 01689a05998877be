package org.symbolon.server.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Caller;
import org.symbolon.server.policy.RightTargets.Target;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.AdminActions;
import org.symbolon.server.policy.action.Scope;
import org.symbolon.server.policy.action.SharedAction;
import org.symbolon.server.policy.action.SharedActions;
import org.symbolon.server.policy.action.TokenTypeNames;

/**
 * The rights of administrators, and those of users over their own tokens. As long as no policy of the scope is in use,
 * everything is allowed; from the first one on, only what a policy allows. A right that is limited to realms reaches what
 * is in them and nothing else.
 */
final class RightPolicies {

    private final Policies policies;
    private final RightTargets targets;

    RightPolicies(Policies policies, RightTargets targets) {
        this.policies = policies;
        this.targets = targets;
    }

    /** The right of an administrator over the users, realms and tokens that the request names. */
    PrePolicy right(Action action) {
        return right(action, targets::named);
    }

    /** The right of whoever calls over the users, realms and tokens that the request names. */
    PrePolicy right(SharedAction action) {
        return right(action, targets::named);
    }

    /** The right over a token, or over all of a user where the request names none. */
    PrePolicy rightToAll(SharedAction action) {
        return right(action, targets::tokensMeant);
    }

    /** The right over a token and over the realms that it is put into. */
    PrePolicy rightToRealms(Action action) {
        return right(action, targets::tokenAndItsNewRealms);
    }

    /** The right over a token, whatever users and resolvers the request names for other ends. */
    PrePolicy rightToToken(Action action) {
        return right(action, targets::token);
    }

    /** The right over the token that is attached to a machine, by its serial or by the number of that. */
    PrePolicy rightToAttached(Action action) {
        return right(action, targets::attachedToken);
    }

    /** The right over a user in a resolver, wherever that brings him. */
    PrePolicy rightToUser(Action action) {
        return right(action, targets::userInResolver);
    }

    /** As {@link #rightToUser(Action)}, of whoever calls. */
    PrePolicy rightToUser(SharedAction action) {
        return right(action, targets::userInResolver);
    }

    /** The right to something that belongs to no realm. */
    PrePolicy rightToSystem(Action action) {
        return right(action, RightTargets::system);
    }

    /** The right to something that shows and changes nothing of anybody, however the right is limited. */
    PrePolicy rightAnywhere(Action action) {
        return right(action, RightTargets::anything);
    }

    /** As {@link #rightAnywhere(Action)}, of whoever calls. */
    PrePolicy rightAnywhere(SharedAction action) {
        return right(action, RightTargets::anything);
    }

    /** The right to see a token; one of its realms is enough. Users see their own, and need no right. */
    PrePolicy sightOfToken(Action action) {
        return PrePolicy.of(
                "right " + action.name(),
                request -> {
                    if (isByAdmin(request)) {
                        requireSight(request, action, targets.withSerial(request, "serial"));
                    }
                },
                action);
    }

    /** Refuses an administrator whose right reaches none of the places where a token is. */
    void requireSight(ApiRequest request, Action action, Stream<Subject> places) {
        allow(
                !policies.of(request).hasScope(action.scope())
                        || RightTargets.orNowhere(places).stream().anyMatch(place -> reaches(request, action, place)),
                action);
    }

    /** Any right at all over the user whose attributes are asked for. */
    PrePolicy sightOfUser() {
        return PrePolicy.of("right of any kind", request -> {
            if (isByAdmin(request)
                    && policies.of(request).hasScope(Scope.ADMIN)
                    && !targets.userOfAttribute(request).stream()
                            .allMatch(user -> policies.of(request).hasAnyRightOver(user))) {
                throw ApiException.policy("Admin actions are defined, but this action is not allowed!");
            }
        });
    }

    /** As {@link #right(SharedAction)}, where the two scopes have an action each. */
    PrePolicy right(Action ofAdmins, Action ofUsers) {
        return right(ofAdmins, ofUsers, targets::named);
    }

    private PrePolicy right(SharedAction action, Target target) {
        return right(action.in(Scope.ADMIN), action.in(Scope.USER), target);
    }

    private PrePolicy right(Action ofAdmins, Action ofUsers, Target target) {
        return PrePolicy.of(
                "right " + ofAdmins.name(),
                request -> require(request, isByAdmin(request) ? ofAdmins : ofUsers, target),
                ofAdmins,
                ofUsers);
    }

    private PrePolicy right(Action action, Target target) {
        return PrePolicy.of("right " + action.name(), request -> require(request, action, target), action);
    }

    /** The right to read tokens from a file into each of the realms that the request names. */
    PrePolicy tokenFile() {
        return PrePolicy.of(
                "right importtokens",
                request -> requireImport(request, RightTargets::realmsOfFile),
                AdminActions.IMPORTTOKENS);
    }

    void requireImport(ApiRequest request, Target target) {
        if (!isAllowed(request, AdminActions.IMPORTTOKENS, target)) {
            throw ApiException.policy("Admin actions are defined, but you are not allowed to upload token files.");
        }
    }

    /** The right to enrol a token of the type that the request names. */
    PrePolicy enrolment() {
        Action[] types = TokenTypeNames.ALL.stream()
                .map(SharedActions::enrol)
                .flatMap(type -> Stream.of(type.in(Scope.ADMIN), type.in(Scope.USER)))
                .toArray(Action[]::new);
        return PrePolicy.of("right enroll<TYPE>", this::requireEnrolment, types);
    }

    private void requireEnrolment(ApiRequest request) {
        String type = request.parameters()
                .givenText("type")
                .orElse(TokenTypes.DEFAULT)
                .toLowerCase(Locale.ROOT);
        if (!isAllowed(request, SharedActions.enrol(type).in(scopeOf(request)), targets::named)) {
            throw ApiException.policy(
                    isByAdmin(request)
                            ? "Admin actions are defined, but you are not allowed to enroll this token type!"
                            : "User actions are defined, you are not allowed to enroll this token type!");
        }
    }

    private void require(ApiRequest request, Action action, Target target) {
        allow(isAllowed(request, action, target), action);
    }

    /** Refuses what is not allowed. */
    static void allow(boolean allowed, Action action) {
        if (!allowed) {
            String scope = action.scope() == Scope.ADMIN ? "Admin" : "User";
            throw ApiException.policy(
                    scope + " actions are defined, but the action " + action.name() + " is not allowed!");
        }
    }

    /** Whether the caller has the right over everything that the request is about. */
    boolean isAllowed(ApiRequest request, Action action, Target target) {
        if (!policies.of(request).hasScope(action.scope())) {
            return true;
        }
        List<Subject> parts = target.of(request);
        return parts.stream().allMatch(part -> reaches(request, action, part));
    }

    private boolean reaches(ApiRequest request, Action action, Subject subject) {
        return policies.of(request).askCaller(action, subject).isSet();
    }

    static Scope scopeOf(ApiRequest request) {
        return isByAdmin(request) ? Scope.ADMIN : Scope.USER;
    }

    static boolean isByAdmin(ApiRequest request) {
        return request.caller() instanceof Caller.Administrator;
    }
}
