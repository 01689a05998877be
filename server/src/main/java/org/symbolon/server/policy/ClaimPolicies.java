package org.symbolon.server.policy;

import java.util.Map;
import java.util.Optional;
import org.symbolon.command.user.KnownUser;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.validate.ClaimOutcome;
import org.symbolon.server.http.validate.ClaimTerms;
import org.symbolon.server.policy.action.EnrollmentActions;
import org.symbolon.server.policy.asking.Subject;

/**
 * Whether a user who has no token may claim one that nobody owns. What is searched and hashed for it takes long, so the terms
 * are asked for before the log-in is decided; the answer is made behind it, where eduMFA assigns the token.
 */
final class ClaimPolicies {

    private static final String ANY_PIN = "any_pin";
    private static final String USERSTORE = "userstore";

    private final TokenLimitPolicies limits;

    ClaimPolicies(TokenLimitPolicies limits) {
        this.limits = limits;
    }

    /** On which terms; empty if no policy lets this user claim a token. */
    Optional<ClaimTerms> terms(ApiRequest request, KnownUser user) {
        return request.policies()
                .ask(EnrollmentActions.AUTOASSIGNMENT, Subject.of(user))
                .value()
                .map(ClaimPolicies::needsPassword)
                .map(password ->
                        new ClaimTerms(password, (serial, type) -> limits.ofClaim(request, user, serial, type)));
    }

    private static boolean needsPassword(String said) {
        return switch (said.strip()) {
            case ANY_PIN -> false;
            case USERSTORE -> true;
            default -> throw MalformedValue.of(EnrollmentActions.AUTOASSIGNMENT);
        };
    }

    /** Whoever has got a token is let in, but {@code authentication} stays what it was before, as in eduMFA. */
    PostPolicy claimed() {
        return PostPolicy.of(
                "autoassignment",
                (request, reply) -> {
                    ClaimOutcome outcome = ClaimOutcome.of(request);
                    if (outcome.isTooOften()) {
                        request.notes().actionDetail("too many attempts to claim a token");
                    }
                    if (outcome.excess().isPresent()) {
                        throw ApiException.policy(outcome.excess().get());
                    }
                    return outcome.isSuccess() ? told(reply) : reply;
                },
                EnrollmentActions.AUTOASSIGNMENT,
                EnrollmentActions.MAX_TOKEN_PER_REALM,
                EnrollmentActions.MAX_TOKEN_PER_USER,
                EnrollmentActions.maxTokenPerUser(TokenLimitPolicies.ANY_TYPE),
                EnrollmentActions.MAX_ACTIVE_TOKEN_PER_USER,
                EnrollmentActions.maxActiveTokenPerUser(TokenLimitPolicies.ANY_TYPE));
    }

    private static Reply told(Reply reply) {
        return reply.envelope().value() instanceof Map<?, ?> ? reply : reply.authentication("REJECT");
    }
}
