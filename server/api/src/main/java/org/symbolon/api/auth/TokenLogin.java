package org.symbolon.api.auth;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.CommandDispatcher;
import org.symbolon.api.kernel.Reply;
import org.symbolon.api.validate.AwaitedQuestions;
import org.symbolon.api.validate.LoginAnswers;
import org.symbolon.api.validate.LoginParameters;
import org.symbolon.api.validate.LoginRequest;
import org.symbolon.command.auth.Decision;
import org.symbolon.command.auth.Decision.Outcome;
import org.symbolon.command.auth.Evidence;
import org.symbolon.command.auth.LoginAttempt;
import org.symbolon.command.auth.LoginSubject;
import org.symbolon.command.secret.Payer;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.events.shared.Secret;

/** Logs a user in to the server itself as into anything else: with his tokens, perhaps in two steps. */
@Component
public class TokenLogin {

    private static final String MODE = "loginmode";
    private static final String TOKENS = "eduMFA";
    private static final String NOTE = MODE + "=" + TOKENS;

    private final Evidence evidence;
    private final CommandDispatcher commands;
    private final AwaitedQuestions awaited;

    public TokenLogin(Evidence evidence, CommandDispatcher commands, AwaitedQuestions awaited) {
        this.evidence = evidence;
        this.commands = commands;
        this.awaited = awaited;
    }

    /**
     * The reply to a log-in. What it does to the tokens is recorded also where it is refused.
     *
     * @param answer what whoever is let in, or has to answer a challenge first, is answered
     * @throws ApiException 4031 if it is refused, for whatever reason
     */
    Reply logIn(LoginRequest login, KnownUser user, Secret password, Function<Decision, Reply> answer) {
        LoginAttempt attempt = new LoginAttempt(
                password,
                LoginParameters.transaction(login.parameters()),
                login.asked().terms(),
                LoginParameters.evidence(login.request(), login.parameters()),
                new Payer(login.request().client(), user.login()));
        LoginSubject subject = new LoginSubject.User(user.login(), user.asOwner(), "");
        try {
            Function<Decision, Reply> noted = decision -> {
                note(login, decision);
                return answer.apply(decision);
            };
            return commands.sendDecided(
                    login.request(), evidence.attempts(subject, attempt), noted, awaited.after(login, noted));
        } catch (ApiException refusal) {
            throw told(login.request(), refusal);
        }
    }

    /** A token that is locked, say, is no reason to tell more; what was decided is. */
    private static ApiException told(ApiRequest request, ApiException refusal) {
        if (refusal.status() >= 500 || request.isAudited()) {
            return refusal;
        }
        request.notes().info(NOTE);
        return WrongCredentials.refusal(Map.of());
    }

    /** What cannot be told of somebody who is refused is that more is wrong than his credentials. */
    private static void note(LoginRequest login, Decision decision) {
        LoginAnswers.note(login, decision);
        boolean refused = decision.outcome() == Outcome.REFUSED;
        login.request().notes().info(refused ? WrongCredentials.TEXT + ", " + NOTE : NOTE);
        if (refused && decision.denial() == null) {
            throw WrongCredentials.refusal(LoginAnswers.isHidden(login, decision) ? Map.of() : detail(decision));
        }
        LoginAnswers.forbidIfDenied(decision.denial());
    }

    static Map<String, Object> detail(Decision decision) {
        Map<String, Object> detail = new HashMap<>(LoginAnswers.detail(decision));
        detail.put(MODE, TOKENS);
        return detail;
    }
}
