package org.symbolon.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.events.auth.ChallengeTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.PinMode;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AuthenticationActions;
import org.symbolon.policy.action.AuthenticationTypeActions;
import org.symbolon.policy.action.AuthorizationActions;

/** How a user's tokens are judged, as policies say. Most of it has an effect on some log-ins only. */
final class LoginTermPolicies {

    private static final Map<String, Action> TEXTS_OF_TYPES = Map.of(
            "sms", AuthenticationTypeActions.SMS_CHALLENGE_TEXT,
            "u2f", AuthenticationTypeActions.U2F_CHALLENGE_TEXT,
            "indexedsecret", AuthenticationTypeActions.INDEXEDSECRET_CHALLENGE_TEXT);

    private static final List<Action> OF_CHALLENGES = List.of(
            AuthenticationActions.CHALLENGE_RESPONSE,
            AuthenticationActions.CHALLENGE_TEXT,
            AuthenticationActions.CHANGE_PIN_VIA_VALIDATE,
            AuthenticationActions.INCREASE_FAILCOUNTER_ON_CHALLENGE);

    private LoginTermPolicies() {}

    /** The actions that are asked about here and in no row of the table. */
    static List<Action> actions() {
        return List.of(AuthorizationActions.LAST_AUTH);
    }

    static LoginTerms.Draft of(LoginInquiry inquiry) {
        return LoginTerms.draft()
                .pinMode(pinMode(inquiry.ask(AuthenticationActions.OTPPIN).value()))
                .newPins(NewPinPolicies.of(inquiry))
                .challenges(challenges(inquiry))
                .resetsAllTokens(inquiry.soundRuling(
                        AuthenticationActions.RESET_ALL_USER_TOKENS,
                        answer -> answer.isSet() ? Optional.of(true) : Optional.empty()))
                .resynchronisesByChallenge(isSaid(inquiry, AuthenticationActions.RESYNC_VIA_MULTICHALLENGE))
                .longestUnused(longestUnused(inquiry))
                .toTypes(TypeTermPolicies.ofLogIns(inquiry));
    }

    private static PinMode pinMode(Optional<String> said) {
        return switch (said.orElse("tokenpin")) {
            case "userstore" -> PinMode.USER_STORE;
            case "none" -> PinMode.NONE;
            default -> PinMode.TOKEN_PIN;
        };
    }

    /** The longest time since a token's last success; null for any. */
    private static Duration longestUnused(LoginInquiry inquiry) {
        return inquiry.ask(AuthorizationActions.LAST_AUTH)
                .value()
                .map(text ->
                        PolicySpan.parse(text).orElseThrow(() -> MalformedValue.of(AuthorizationActions.LAST_AUTH)))
                .orElse(null);
    }

    private static ChallengeTerms challenges(LoginInquiry inquiry) {
        Set<String> types = inquiry.peek(AuthenticationActions.CHALLENGE_RESPONSE).values().stream()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        List<String> policies = new ArrayList<>();
        OF_CHALLENGES.forEach(action -> policies.addAll(inquiry.names(action)));
        return new ChallengeTerms(
                types,
                text(inquiry, AuthenticationActions.CHALLENGE_TEXT),
                texts(inquiry),
                isSaid(inquiry, AuthenticationActions.INCREASE_FAILCOUNTER_ON_CHALLENGE),
                policies);
    }

    private static Map<String, String> texts(LoginInquiry inquiry) {
        Map<String, String> texts = new HashMap<>();
        TEXTS_OF_TYPES.forEach((type, action) -> {
            String text = text(inquiry, action);
            if (text != null) {
                texts.put(type, text);
            }
        });
        return texts;
    }

    private static String text(LoginInquiry inquiry, Action action) {
        return inquiry.peek(action).value().orElse(null);
    }

    private static boolean isSaid(LoginInquiry inquiry, Action action) {
        return !inquiry.peek(action).policies().isEmpty();
    }
}
