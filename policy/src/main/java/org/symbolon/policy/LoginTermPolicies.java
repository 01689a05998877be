package org.symbolon.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.events.auth.ChallengeTerms;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.auth.PinMode;
import org.symbolon.events.auth.Ruled;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AuthenticationActions;
import org.symbolon.policy.action.AuthorizationActions;
import org.symbolon.policy.asking.Subject;

/** How a user's tokens are judged, as policies say. Most of it has an effect on some log-ins only. */
final class LoginTermPolicies {

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

    /**
     * What holds for somebody who is known, or for a token.
     *
     * @param patient whether the log-in can wait before it is answered
     */
    static LoginTerms.Draft of(LoginInquiry inquiry, boolean patient) {
        return LoginTerms.draft()
                .pinMode(pinMode(inquiry.ask(AuthenticationActions.OTPPIN).value()))
                .newPins(NewPinPolicies.of(inquiry))
                .challenges(challenges(inquiry))
                .resetsAllTokens(inquiry.soundRuling(
                        AuthenticationActions.RESET_ALL_USER_TOKENS,
                        answer -> answer.isSet() ? Optional.of(true) : Optional.empty()))
                .resynchronisesByChallenge(isSaid(inquiry, AuthenticationActions.RESYNC_VIA_MULTICHALLENGE))
                .longestUnused(longestUnused(inquiry))
                .disabledTypes(disabledTypes(inquiry))
                .hidesFailures(hidesFailures(inquiry))
                .toTypes(TypeTermPolicies.ofLogIns(inquiry, patient));
    }

    /** What holds for whoever says nothing but perhaps a realm. */
    static LoginTerms.Draft ofAnybody(LoginInquiry inquiry) {
        return LoginTerms.draft()
                .disabledTypes(disabledTypes(inquiry))
                .hidesFailures(hidesFailures(inquiry))
                .toTypes(TypeTermPolicies.ofLogIns(inquiry, false));
    }

    static boolean isOnlyByChallenge(LoginInquiry inquiry) {
        return inquiry.ask(AuthenticationActions.FORCE_CHALLENGE_RESPONSE).isSet();
    }

    private static Set<String> disabledTypes(LoginInquiry inquiry) {
        return inquiry.ask(AuthenticationActions.DISABLED_TOKEN_TYPES).values().stream()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    /** Whether whoever is refused is told nothing, be he known or not. Who such a policy is about says eduMFA to be of no matter. */
    static boolean hidesFailures(LoginInquiry inquiry) {
        Ruled<Boolean> silent = inquiry.ruling(
                AuthorizationActions.NO_DETAIL_ON_FAIL,
                Subject.ANYONE,
                answer -> answer.isSet() ? Optional.of(true) : Optional.empty());
        return silent.value() != null
                || inquiry.ask(AuthenticationActions.HIDE_SPECIFIC_ERROR_MESSAGE)
                        .isSet();
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
                Map.of(),
                isSaid(inquiry, AuthenticationActions.INCREASE_FAILCOUNTER_ON_CHALLENGE),
                policies);
    }

    private static String text(LoginInquiry inquiry, Action action) {
        return inquiry.peek(action).value().orElse(null);
    }

    private static boolean isSaid(LoginInquiry inquiry, Action action) {
        return !inquiry.peek(action).policies().isEmpty();
    }
}
