package org.symbolon.server.http.auth;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.symbolon.command.auth.CheckCredentials;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.LoginAttempt;
import org.symbolon.command.secret.Secret;
import org.symbolon.server.command.CommandDispatcher;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.Reply;
import org.symbolon.server.http.validate.Decisions;
import org.symbolon.server.http.validate.LoginParameters;
import org.symbolon.server.http.validate.LoginPolicies;
import org.symbolon.server.user.KnownUser;

/** Logs a user in to the server itself as into anything else: with his tokens, perhaps in two steps. */
public class TokenLogin {

    private static final String MODE = "loginmode";
    private static final String TOKENS = "eduMFA";
    private static final String NOTE = MODE + "=" + TOKENS;

    private final Evidence evidence;
    private final CommandDispatcher commands;
    private final LoginPolicies policies;

    public TokenLogin(Evidence evidence, CommandDispatcher commands, LoginPolicies policies) {
        this.evidence = evidence;
        this.commands = commands;
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
        Supplier<CheckCredentials> command = evidence.attemptsOfUser(user.asOwner(), "", attempt);
        AtomicReference<Decision> decided = new AtomicReference<>();
        Reply reply = send(request, command, decision -> {
            decided.set(decision);
            note(request, decision);
            return (decision.accepted() ? accepted : asked).get().detail(detail(decision));
        });
        Decision decision = decided.get();
        if (decision.accepted() || Decisions.isQuestion(decision)) {
            return reply;
        }
        throw AuthEndpoint.wrongCredentials(detail(decision));
    }

    /** A token that is locked, say, is no reason to tell more. */
    private Reply send(ApiRequest request, Supplier<CheckCredentials> command, Function<Decision, Reply> answer) {
        try {
            return commands.sendFresh(request, command, answer);
        } catch (ApiException refusal) {
            throw refusal.status() < 500 ? AuthEndpoint.wrongCredentials(Map.of()) : refusal;
        }
    }

    private static void note(ApiRequest request, Decision decision) {
        Decisions.note(request, decision);
        boolean refused = !decision.accepted() && !Decisions.isQuestion(decision);
        request.notes().info(refused ? AuthEndpoint.WRONG + ", " + NOTE : NOTE);
    }

    private static Map<String, Object> detail(Decision decision) {
        Map<String, Object> detail = new HashMap<>(Decisions.detail(decision));
        detail.put(MODE, TOKENS);
        return detail;
    }
}
