package org.symbolon.server.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.command.auth.LoginTerms;
import org.symbolon.command.auth.OwedTokenTerms;
import org.symbolon.command.auth.PinMode;
import org.symbolon.command.user.KnownUser;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.http.validate.LoginMode;
import org.symbolon.server.http.validate.LoginPolicies;
import org.symbolon.server.http.validate.PreferredClientMode;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.AuthenticationActions;
import org.symbolon.server.policy.action.AuthenticationTypeActions;
import org.symbolon.server.policy.action.Scope;
import org.symbolon.server.policy.action.WebuiActions;
import org.symbolon.server.policy.asking.AskedPolicies;
import org.symbolon.server.policy.asking.AsksPolicies;
import org.symbolon.server.policy.asking.Subject;

/**
 * How log-ins are judged, as policies say. Most of it has an effect on some log-ins only, so that its policies are named to
 * the audit once it had one: see {@link #effects}.
 */
final class LoginTermPolicies implements LoginPolicies, AsksPolicies {

    private static final Map<String, Action> TEXTS_OF_TYPES = Map.of(
            "email", AuthenticationTypeActions.EMAIL_CHALLENGE_TEXT,
            "sms", AuthenticationTypeActions.SMS_CHALLENGE_TEXT,
            "u2f", AuthenticationTypeActions.U2F_CHALLENGE_TEXT,
            "indexedsecret", AuthenticationTypeActions.INDEXEDSECRET_CHALLENGE_TEXT);

    private static final List<Action> OF_CHALLENGES = List.of(
            AuthenticationActions.CHALLENGE_RESPONSE,
            AuthenticationActions.CHALLENGE_TEXT,
            AuthenticationActions.CHANGE_PIN_VIA_VALIDATE,
            AuthenticationActions.INCREASE_FAILCOUNTER_ON_CHALLENGE);

    private final LoginSubjects subjects;
    private final NewPinPolicies newPins;
    private final OwedTokenPolicies owedTokens;

    LoginTermPolicies(LoginSubjects subjects, NewPinPolicies newPins, OwedTokenPolicies owedTokens) {
        this.subjects = subjects;
        this.newPins = newPins;
        this.owedTokens = owedTokens;
    }

    @Override
    public List<Action> asks() {
        return List.of(WebuiActions.LOGIN_MODE, AuthenticationActions.PREFERRED_CLIENT_MODE, LastUse.ACTION);
    }

    @Override
    public LoginTerms terms(ApiRequest request, Optional<KnownUser> user) {
        AskedPolicies asked = request.policies();
        if (!asked.hasScope(Scope.AUTHENTICATION) && !asked.speakOf(LastUse.ACTION)) {
            return LoginTerms.NONE;
        }
        Subject subject = user.map(Subject::of).orElseGet(() -> subjects.of(request));
        return LoginTerms.NONE
                .withPinMode(
                        pinMode(asked.ask(AuthenticationActions.OTPPIN, subject).value()))
                .withNewPins(newPins.of(request, asked, subject))
                .withChallengeTypes(challengeTypes(asked, subject))
                .withChallengeTexts(text(asked, AuthenticationActions.CHALLENGE_TEXT, subject), texts(asked, subject))
                .countingChallengesAsFailures(
                        isSaid(asked, AuthenticationActions.INCREASE_FAILCOUNTER_ON_CHALLENGE, subject))
                .resettingAllTokens(isSaid(asked, AuthenticationActions.RESET_ALL_USER_TOKENS, subject))
                .resynchronisingByChallenge(isSaid(asked, AuthenticationActions.RESYNC_VIA_MULTICHALLENGE, subject))
                .withLongestUnused(LastUse.longest(asked, subject));
    }

    @Override
    public Optional<OwedTokenTerms> owedToken(ApiRequest request, Optional<KnownUser> user) {
        if (!request.policies().speakOf(AuthenticationActions.ENROLL_VIA_MULTICHALLENGE)) {
            return Optional.empty();
        }
        return owedTokens.of(request, user.map(Subject::of).orElseGet(() -> subjects.of(request)));
    }

    private static PinMode pinMode(Optional<String> said) {
        return switch (said.orElse("tokenpin")) {
            case "userstore" -> PinMode.USER_STORE;
            case "none" -> PinMode.NONE;
            default -> PinMode.TOKEN_PIN;
        };
    }

    private static Set<String> challengeTypes(AskedPolicies asked, Subject subject) {
        return asked.peek(AuthenticationActions.CHALLENGE_RESPONSE, subject).values().stream()
                .map(type -> type.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> texts(AskedPolicies asked, Subject subject) {
        Map<String, String> texts = new HashMap<>();
        TEXTS_OF_TYPES.forEach((type, action) -> {
            String text = text(asked, action, subject);
            if (text != null) {
                texts.put(type, text);
            }
        });
        return texts;
    }

    private static String text(AskedPolicies asked, Action action, Subject subject) {
        return asked.peek(action, subject).value().orElse(null);
    }

    private static boolean isSaid(AskedPolicies asked, Action action, Subject subject) {
        return !asked.peek(action, subject).policies().isEmpty();
    }

    /** Names to the audit what had an effect on how the log-in was judged. */
    PostPolicy effects() {
        return PostPolicy.of(
                "effects on the judgement",
                (request, reply) -> {
                    AskedPolicies asked = request.policies();
                    if (asked.hasScope(Scope.AUTHENTICATION)) {
                        LoginAnswer answer = LoginAnswer.of(reply);
                        if (!answer.challenges().isEmpty()) {
                            Subject subject = subjects.of(request);
                            OF_CHALLENGES.forEach(
                                    action -> asked.ask(action, subject).isSet());
                        } else if (answer.isAccepted()) {
                            asked.ask(AuthenticationActions.RESET_ALL_USER_TOKENS, subjects.of(request))
                                    .isSet();
                        }
                    }
                    return reply;
                },
                AuthenticationActions.OTPPIN,
                AuthenticationActions.CHANGE_PIN_VIA_VALIDATE,
                AuthenticationActions.CHALLENGE_RESPONSE,
                AuthenticationActions.CHALLENGE_TEXT,
                AuthenticationActions.INCREASE_FAILCOUNTER_ON_CHALLENGE,
                AuthenticationActions.RESET_ALL_USER_TOKENS,
                AuthenticationActions.RESYNC_VIA_MULTICHALLENGE);
    }

    @Override
    public LoginMode mode(ApiRequest request, KnownUser user) {
        return switch (request.policies()
                .ask(WebuiActions.LOGIN_MODE, Subject.of(user))
                .value()
                .orElse("userstore")) {
            case "eduMFA" -> LoginMode.TOKENS;
            case "disable" -> LoginMode.DISABLED;
            default -> LoginMode.USERSTORE;
        };
    }

    @Override
    public PreferredClientMode preferredClientMode(ApiRequest request, Optional<KnownUser> user) {
        AskedPolicies asked = request.policies();
        if (!asked.speakOf(AuthenticationActions.PREFERRED_CLIENT_MODE)) {
            return PreferredClientMode.PRESET;
        }
        Subject subject = user.map(Subject::of).orElseGet(() -> subjects.of(request));
        return asked.ask(AuthenticationActions.PREFERRED_CLIENT_MODE, subject)
                .value()
                .map(order -> new PreferredClientMode(List.of(order.strip().split("\\s+"))))
                .orElse(PreferredClientMode.PRESET);
    }
}
