package org.symbolon.server.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.symbolon.query.token.FindToken;
import org.symbolon.query.token.TokenView;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Reply;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.AuthorizationActions;
import org.symbolon.server.policy.asking.AskedPolicies;
import org.symbolon.server.policy.asking.Subject;
import org.symbolon.server.query.QueryDispatcher;

/** Which tokens may be used. It is found out when one has been, so that what it cost the token stays. */
final class UsedTokenPolicies {

    private final LoginSubjects subjects;
    private final QueryDispatcher queries;

    UsedTokenPolicies(LoginSubjects subjects, QueryDispatcher queries) {
        this.subjects = subjects;
        this.queries = queries;
    }

    /** From here on conditions on tokens are about the one that was used. */
    PostPolicy used() {
        return PostPolicy.of("token that was used", (request, reply) -> {
            LoginAnswer.of(reply).serial().ifPresent(request.policies()::concern);
            return reply;
        });
    }

    PostPolicy serial() {
        return checking(AuthorizationActions.SERIAL, (request, answer) -> {
            Optional<String> serial = answer.serial(request);
            if (serial.isPresent() && !anyFits(serial.get(), asked(request, AuthorizationActions.SERIAL))) {
                throw ApiException.policy("Serial is not allowed for authentication!");
            }
        });
    }

    private Set<String> asked(ApiRequest request, Action action) {
        return request.policies().ask(action, Subject.ANYONE).values();
    }

    private static boolean anyFits(String serial, Set<String> expressions) {
        return expressions.isEmpty()
                || expressions.stream().anyMatch(expression -> PolicyPattern.isFoundIn(serial, expression));
    }

    PostPolicy type() {
        return checking(AuthorizationActions.TOKENTYPE, (request, answer) -> {
            Optional<String> type =
                    answer.type().or(() -> answer.serial(request).flatMap(subjects::typeOf));
            if (type.isEmpty()) {
                return;
            }
            Set<String> allowed = request.policies()
                    .ask(AuthorizationActions.TOKENTYPE, subjects.of(request))
                    .values();
            if (!allowed.isEmpty() && !allowed.contains(type.get())) {
                throw ApiException.policy("Tokentype not allowed for authentication!");
            }
        });
    }

    PostPolicy info() {
        return checking(AuthorizationActions.TOKENINFO, (request, answer) -> {
            Optional<String> serial = answer.serial(request);
            if (serial.isEmpty()) {
                return;
            }
            Set<String> rules = asked(request, AuthorizationActions.TOKENINFO);
            if (!rules.isEmpty()) {
                requireInfo(infoOf(serial.get()), rules);
            }
        });
    }

    private Map<String, String> infoOf(String serial) {
        return queries.find(new FindToken(serial, false), TokenView.class)
                .<Map<String, String>>map(TokenView::info)
                .orElse(Map.of());
    }

    /** All rules must be met; what is no rule of the form {@code key/expression/} is none. */
    private static void requireInfo(Map<String, String> info, Set<String> rules) {
        for (String rule : rules) {
            List<String> parts = List.of(rule.split("/", -1));
            if (parts.size() == 3) {
                String key = parts.get(0);
                String contents = info.getOrDefault(key, "");
                if (!PolicyPattern.isFoundIn(contents, parts.get(1))) {
                    throw ApiException.policy("Tokeninfo field " + key + " with contents " + contents
                            + " does not match regular expression.");
                }
            }
        }
    }

    @FunctionalInterface
    private interface Check {
        void check(ApiRequest request, LoginAnswer answer);
    }

    private PostPolicy checking(Action action, Check check) {
        return PostPolicy.of(
                action.name(),
                (request, reply) -> {
                    if (request.policies().speakOf(action)) {
                        check.check(request, LoginAnswer.of(reply));
                    }
                    return reply;
                },
                action);
    }

    /** Whether anybody is let in at all; the last question. */
    PostPolicy authorized() {
        return PostPolicy.of("authorized", this::requireAuthorized, AuthorizationActions.AUTHORIZED);
    }

    private Reply requireAuthorized(ApiRequest request, Reply reply) {
        AskedPolicies asked = request.policies();
        if (asked.speakOf(AuthorizationActions.AUTHORIZED)) {
            Optional<String> said = asked.ask(AuthorizationActions.AUTHORIZED, subjects.of(request))
                    .value();
            if (said.filter("deny_access"::equals).isPresent()) {
                throw ApiException.validate("User is not authorized to authenticate under these conditions.");
            }
        }
        return reply;
    }
}
