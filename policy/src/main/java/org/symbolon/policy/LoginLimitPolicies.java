package org.symbolon.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.events.auth.LoginLimit;
import org.symbolon.events.auth.LoginLimits;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AuthorizationActions;

/**
 * How often users may come. Attempts are counted once any policy limits somebody's, since what is true of this one may not be
 * of the next.
 */
final class LoginLimitPolicies {

    /** More attempts of a user are not remembered, whatever policies say. */
    private static final int MOST = 10_000;

    private LoginLimitPolicies() {}

    /** The actions that are asked about here and in no row of the table. */
    static List<Action> actions() {
        return List.of(AuthorizationActions.AUTH_MAX_FAIL, AuthorizationActions.AUTH_MAX_SUCCESS);
    }

    /** The limits of a user, whatever way he takes. */
    static LoginLimits of(LoginInquiry inquiry, KnownUser user) {
        if (!inquiry.speakOf(AuthorizationActions.AUTH_MAX_FAIL)
                && !inquiry.speakOf(AuthorizationActions.AUTH_MAX_SUCCESS)) {
            return LoginLimits.NONE;
        }
        List<LoginLimit> all = Stream.of(AuthorizationActions.AUTH_MAX_FAIL, AuthorizationActions.AUTH_MAX_SUCCESS)
                .flatMap(action -> written(inquiry, action))
                .toList();
        return new LoginLimits(
                inquiry.ruling(AuthorizationActions.AUTH_MAX_FAIL, answer -> answer.value()
                        .map(text -> limit(text, AuthorizationActions.AUTH_MAX_FAIL))),
                inquiry.ruling(AuthorizationActions.AUTH_MAX_SUCCESS, answer -> answer.value()
                        .map(text -> limit(text, AuthorizationActions.AUTH_MAX_SUCCESS))),
                all.stream().mapToInt(LoginLimit::most).max().orElse(1),
                all.stream().map(LoginLimit::span).max(Duration::compareTo).orElse(Duration.ZERO),
                user.login(),
                user.realm());
    }

    /** Whatever any policy says, for whomever. */
    private static Stream<LoginLimit> written(LoginInquiry inquiry, Action action) {
        return inquiry.asked().all().deciding(action.scope().wire(), action.name()).stream()
                .flatMap(policy -> policy.valueOf(action.name()).stream())
                .flatMap(text -> parse(text, action).stream());
    }

    private static LoginLimit limit(String text, Action action) {
        return parse(text, action).orElseThrow(() -> MalformedValue.of(action));
    }

    /** A limit such as {@code 3/10m}. */
    private static Optional<LoginLimit> parse(String text, Action action) {
        String[] parts = text.split("/", -1);
        if (parts.length != 2 || !parts[0].strip().matches("\\d{1,9}")) {
            return Optional.empty();
        }
        int most = Integer.parseInt(parts[0].strip());
        String kind = action.equals(AuthorizationActions.AUTH_MAX_SUCCESS) ? "successful" : "failed";
        return PolicySpan.parse(parts[1])
                .map(span -> new LoginLimit(
                        Math.min(most, MOST),
                        span,
                        "Only %d %s authentications per %s".formatted(most, kind, PolicySpan.printed(span))));
    }
}
