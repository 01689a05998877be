package org.symbolon.server.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.symbolon.command.auth.OwedToken;
import org.symbolon.command.auth.OwedTokenTerms;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.command.tokentype.TokenTypes;
import org.symbolon.events.shared.TokenOwner;
import org.symbolon.events.token.TokenLimit;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.AuthenticationActions;
import org.symbolon.server.policy.action.EnrollmentActions;
import org.symbolon.server.policy.action.Scope;
import org.symbolon.server.policy.matching.PolicyAnswer;
import org.symbolon.server.user.KnownUser;
import org.symbolon.server.user.TokenHolders;
import org.symbolon.server.user.UserDirectory;

/**
 * Which token somebody has to enrol on his way in, and what it is like: what policies say of tokens that users enrol
 * themselves holds for it, too.
 */
final class OwedTokenPolicies {

    private final Policies policies;
    private final TokenTypes types;
    private final TokenHolders holders;

    OwedTokenPolicies(Policies policies, TokenTypes types, UserDirectory directory) {
        this.policies = policies;
        this.types = types;
        this.holders = new TokenHolders(directory);
    }

    /** Somebody whose questions and subject are the same all the time. */
    private record Asking(BiFunction<Action, Subject, PolicyAnswer> asked, KnownUser user) {

        PolicyAnswer of(Action action) {
            return asked.apply(action, Subject.of(user));
        }
    }

    /** Whether it will matter is not known yet, so nothing is named to the audit; a type that does not exist is none. */
    Optional<OwedTokenTerms> of(ApiRequest request, Subject subject) {
        AskedPolicies asked = policies.of(request);
        if (!(subject instanceof Subject.Named named) || named.known() == null) {
            return Optional.empty();
        }
        Asking asking = new Asking(asked::peek, named.known());
        return type(asking).map(type -> new OwedTokenTerms(type, () -> token(type, asking)));
    }

    private Optional<String> type(Asking asking) {
        return asking.of(AuthenticationActions.ENROLL_VIA_MULTICHALLENGE)
                .value()
                .flatMap(name -> types.find(name.strip()))
                .filter(type -> type.textOfEnrolmentByLogin().isPresent())
                .map(TokenType::name);
    }

    /** Names to the audit what has decided about the token. No user store is asked: it runs in the log-in's transaction. */
    void note(ApiRequest request, Subject subject) {
        if (subject instanceof Subject.Named named && named.known() != null) {
            Asking asking = new Asking(policies.of(request)::ask, named.known());
            type(asking).ifPresent(type -> {
                parameters(type, asking);
                limits(type, asking);
            });
        }
    }

    private OwedToken token(String type, Asking asking) {
        Map<String, String> parameters = parameters(type, asking);
        String shown = parameters.getOrDefault("tokenlabel", "") + parameters.getOrDefault("tokenissuer", "");
        return new OwedToken(
                asking.user().asOwner(), holders.of(asking.user(), shown), type, parameters, limits(type, asking));
    }

    private static Map<String, String> parameters(String type, Asking asking) {
        Map<String, String> parameters = new HashMap<>();
        put(parameters, "tokenlabel", asking.of(EnrollmentActions.TOKENLABEL));
        put(parameters, "tokenissuer", asking.of(EnrollmentActions.TOKENISSUER));
        put(parameters, "appimageurl", asking.of(EnrollmentActions.APPIMAGEURL));
        Action appPin = EnrolmentPolicies.APP_PINS.get(type);
        if (appPin != null && asking.of(appPin).isSet()) {
            parameters.put("force_app_pin", "True");
        }
        EnrolmentPolicies.PRESETS
                .getOrDefault(type, Map.of())
                .forEach((parameter, action) -> put(parameters, parameter, asking.of(action.in(Scope.USER))));
        return parameters;
    }

    private static void put(Map<String, String> parameters, String name, PolicyAnswer said) {
        said.value().ifPresent(value -> parameters.put(name, value));
    }

    private static List<TokenLimit> limits(String type, Asking asking) {
        String realm = asking.user().realm();
        TokenOwner owner = asking.user().asOwner();
        List<TokenLimit> limits = new ArrayList<>();
        PolicyAnswer ofRealm = asking.asked().apply(EnrollmentActions.MAX_TOKEN_PER_REALM, new Subject.OfRealm(realm));
        TokenLimits.ofRealm(ofRealm, realm, null).ifPresent(limits::add);
        limits.addAll(TokenLimits.ofUser(asking::of, owner, null, List.of(type), false));
        limits.addAll(TokenLimits.ofUser(asking::of, owner, null, List.of(type), true));
        return limits;
    }
}
