package org.symbolon.server.policy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Caller;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.Scope;
import org.symbolon.server.policy.action.SharedAction;
import org.symbolon.server.policy.action.SharedActions;
import org.symbolon.server.policy.action.TokenTypeNames;
import org.symbolon.server.user.UserDirectory;
import org.symbolon.server.user.UserName;

/**
 * The rights of administrators, and those of users over their own tokens. As long as no policy of the scope is in use,
 * everything is allowed; from the first one on, only what a policy allows.
 */
final class RightPolicies {

    private final Policies policies;
    private final UserDirectory directory;

    RightPolicies(Policies policies, UserDirectory directory) {
        this.policies = policies;
        this.directory = directory;
    }

    /** The right of an administrator to what the endpoint does. */
    PrePolicy right(Action action) {
        return PrePolicy.of("right " + action.name(), request -> require(request, action), action);
    }

    /** The right to what the endpoint does, of whoever calls it. */
    PrePolicy right(SharedAction action) {
        return right(action.in(Scope.ADMIN), action.in(Scope.USER));
    }

    /** As {@link #right(SharedAction)}, where the two scopes have an action each. */
    PrePolicy right(Action ofAdmins, Action ofUsers) {
        return PrePolicy.of(
                "right " + ofAdmins.name(),
                request -> require(request, isByAdmin(request) ? ofAdmins : ofUsers),
                ofAdmins,
                ofUsers);
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
        String type = text(request, "type").orElse("hotp").toLowerCase(Locale.ROOT);
        if (!isAllowed(request, SharedActions.enrol(type).in(scopeOf(request)))) {
            throw ApiException.policy(
                    isByAdmin(request)
                            ? "Admin actions are defined, but you are not allowed to enroll this token type!"
                            : "User actions are defined, you are not allowed to enroll this token type!");
        }
    }

    private void require(ApiRequest request, Action action) {
        if (!isAllowed(request, action)) {
            String scope = isByAdmin(request) ? "Admin" : "User";
            throw ApiException.policy(
                    scope + " actions are defined, but the action " + action.name() + " is not allowed!");
        }
    }

    private static Scope scopeOf(ApiRequest request) {
        return isByAdmin(request) ? Scope.ADMIN : Scope.USER;
    }

    private boolean isAllowed(ApiRequest request, Action action) {
        RequestPolicies asked = policies.of(request);
        return !asked.hasScope(action.scope())
                || asked.askCaller(action, target(request)).isSet();
    }

    private static boolean isByAdmin(ApiRequest request) {
        return request.caller() instanceof Caller.Administrator;
    }

    private Subject target(ApiRequest request) {
        Optional<String> user = text(request, "user");
        Optional<String> realm = text(request, "realm");
        if (user.isEmpty() && realm.isEmpty()) {
            return Subject.ANYONE;
        }
        UserName name = directory.nameOf(
                user.orElse(""), realm, text(request, "resolver").orElse(""));
        return user.isPresent()
                ? Subject.of(name)
                : new Subject.OfRealm(name.realm().toLowerCase(Locale.ROOT));
    }

    private static Optional<String> text(ApiRequest request, String name) {
        return request.parameters()
                .value(name)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isEmpty());
    }
}
