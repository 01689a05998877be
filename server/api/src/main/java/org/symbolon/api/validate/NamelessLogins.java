package org.symbolon.api.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.ApiException;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.validate.NamelessChallenges.Answered;
import org.symbolon.api.validate.NamelessChallenges.Made;
import org.symbolon.command.auth.Asked;
import org.symbolon.command.auth.ChangeDates;
import org.symbolon.command.auth.LoginSubject;
import org.symbolon.command.config.ChallengeValidity;
import org.symbolon.command.tokentype.Nameless;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.command.tokentype.TypeTerms;

/** Log-ins of people who do not say who they are, for their devices know. */
@Component
public final class NamelessLogins {

    private final TokenTypes types;
    private final NamelessChallenges challenges;
    private final ChallengeValidity validity;

    public NamelessLogins(TokenTypes types, NamelessChallenges challenges, ChallengeValidity validity) {
        this.types = types;
        this.challenges = challenges;
        this.validity = validity;
    }

    /** Whether a request names nobody and no token, but a type whose devices do. */
    boolean concern(Parameters parameters) {
        return parameters.nonEmptyText("user").isEmpty()
                && parameters.nonEmptyText("serial").isEmpty()
                && type(parameters).isPresent();
    }

    private Optional<TokenType> type(Parameters parameters) {
        return parameters.nonEmptyText("type").flatMap(types::find).filter(Nameless.class::isInstance);
    }

    /** The challenge for anybody; empty where policies allow none. */
    Optional<Asked> ask(LoginRequest login) {
        TokenType type = type(login.parameters()).orElseThrow();
        TypeTerms terms = new TypeTerms(login.asked().terms().saidTo(type.name()));
        Nameless asking = (Nameless) type;
        if (!asking.asksAnybody(terms)) {
            return Optional.empty();
        }
        Made made = challenges.make(validity.seconds(type.name()));
        Map<String, Object> needed = asking.invitation(made.challenge(), terms);
        Asked.Question question =
                new Asked.Question("", "", type.describe().clientMode(), "", needed, null, ChangeDates.NONE, false);
        return Optional.of(new Asked(made.transactionId(), List.of(question), List.of("")));
    }

    /** The token that the device says it is, as if somebody had named it, so that policies and the audit know. */
    Map<String, String> token(ApiRequest request) {
        Parameters parameters = request.parameters();
        Nameless type = (Nameless) type(parameters).orElseThrow();
        return type.serial(LoginParameters.evidence(request, parameters))
                .map(serial -> Map.of("serial", serial))
                .orElse(Map.of());
    }

    /**
     * Who wants in.
     *
     * @throws ApiException 401 if the challenge is none of this server's, or too old
     */
    LoginSubject subject(ApiRequest request, Parameters parameters) {
        Nameless type = (Nameless) type(parameters).orElseThrow();
        Answered answered = type.challenge(LoginParameters.evidence(request, parameters))
                .flatMap(challenges::read)
                .orElseThrow(() -> ApiException.validate("Invalid passkey challenge."));
        if (!answered.inTime()) {
            throw ApiException.validate("Passkey challenge expired.");
        }
        return new LoginSubject.Nameless(
                parameters.required("serial"), answered.nonce(), answered.challenge(), answered.expires());
    }

    /** What whoever is let in is told of himself. */
    static Map<String, Object> toldOfUser(LoginRequest login) {
        Map<String, Object> told = new HashMap<>();
        login.user()
                .ifPresent(user -> told.put(
                        "user", Map.of("username", user.login(), "realm", user.realm(), "resolver", user.resolver())));
        return told;
    }
}
