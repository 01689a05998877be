package org.symbolon.server.http.auth;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.LoginAttempt;
import org.symbolon.command.secret.Secret;
import org.symbolon.command.user.KnownUser;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.validate.Decisions;
import org.symbolon.server.http.validate.LoginParameters;
import org.symbolon.server.http.validate.LoginPolicies;
import org.symbolon.server.http.validate.UserLogins;
import org.symbolon.server.http.validate.UserLogins.Login;
import org.symbolon.server.policy.matching.PolicyRefusal;

/** Logs a user in to the server itself as into anything else: with his tokens, perhaps in two steps. */
public class TokenLogin {

    private static final String MODE = "loginmode";
    private static final String TOKENS = "eduMFA";
    private static final String NOTE = MODE + "=" + TOKENS;

    private final UserLogins logins;
    private final LoginPolicies policies;

    public TokenLogin(UserLogins logins, LoginPolicies policies) {
        this.logins = logins;
        this.policies = policies;
    }

    /**
     * The reply to a log-in. What it does to the tokens is recorded also where it is refused.
     *
     * @param accepted what whoever is let in is answered
     * @param asked what whoever has to answer a challenge first is answered
     * @throws ApiException 4031 if it is refused, for whatever reason
     */
    Reply logIn(ApiRequest request, KnownUser user, Secret password, Supplier<Reply> accepted, Supplier<Reply> asked) {
        LoginAttempt attempt = new LoginAttempt(
                password,
                LoginParameters.transaction(request.parameters()),
                policies.terms(request, Optional.of(user)));
        AtomicReference<Decision> decided = new AtomicReference<>();
        Reply reply = send(new Login(request, user, "", attempt, false), decision -> {
            decided.set(decision);
            note(request, decision);
            if (isRefused(decision)) {
                return Reply.value(false);
            }
            return (decision.accepted() ? accepted : asked).get().detail(detail(decision));
        });
        if (!isRefused(decided.get())) {
            return reply;
        }
        if (!request.isAudited()) {
            request.notes().info(NOTE);
        }
        throw AuthEndpoint.wrongCredentials(detail(decided.get()));
    }

    private static boolean isRefused(Decision decision) {
        return !decision.accepted() && !Decisions.isQuestion(decision);
    }

    /** A token that is locked, say, is no reason to tell more; what policies say of the answer is. */
    private Reply send(Login login, Function<Decision, Reply> answer) {
        try {
            return logins.decide(login, answer);
        } catch (ApiException refusal) {
            boolean told = refusal.status() >= 500 || login.request().isConcluded();
            throw told ? refusal : AuthEndpoint.wrongCredentials(Map.of());
        } catch (PolicyRefusal refusal) {
            if (login.request().isConcluded()) {
                throw refusal;
            }
            throw AuthEndpoint.wrongCredentials(Map.of());
        }
    }

    private static void note(ApiRequest request, Decision decision) {
        Decisions.note(request, decision);
        request.notes().info(isRefused(decision) ? AuthEndpoint.WRONG + ", " + NOTE : NOTE);
    }

    private static Map<String, Object> detail(Decision decision) {
        Map<String, Object> detail = new HashMap<>(Decisions.detail(decision));
        detail.put(MODE, TOKENS);
        return detail;
    }
}
