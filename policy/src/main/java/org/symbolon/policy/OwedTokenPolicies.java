package org.symbolon.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.symbolon.events.auth.OwedTokenTerms;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AuthenticationActions;
import org.symbolon.policy.action.EnrollmentActions;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.TypeActions;
import org.symbolon.policy.asking.TypeTermReading;
import org.symbolon.policy.matching.PolicyAnswer;

/**
 * Which token somebody has to enrol on his way in, and what it is like: what policies say of tokens that users enrol
 * themselves holds for it, too.
 */
final class OwedTokenPolicies {

    private OwedTokenPolicies() {}

    /**
     * Null where none is wanted. Whether it will matter is not known yet, so nothing is named to the audit.
     *
     * @param shown whether whoever logs in can see what he has to scan
     */
    static OwedTokenTerms of(LoginInquiry inquiry, boolean shown) {
        Optional<KnownUser> user = LoginSubjects.knownIn(inquiry.subject());
        if (user.isEmpty() || !inquiry.speakOf(AuthenticationActions.ENROLL_VIA_MULTICHALLENGE)) {
            return null;
        }
        Ruled<String> wanted =
                inquiry.soundRuling(AuthenticationActions.ENROLL_VIA_MULTICHALLENGE, PolicyAnswer::value);
        return wanted.value() == null ? null : terms(inquiry, user.get(), wanted, shown);
    }

    private static OwedTokenTerms terms(LoginInquiry inquiry, KnownUser user, Ruled<String> wanted, boolean shown) {
        String type = wanted.value().strip().toLowerCase(Locale.ROOT);
        return new OwedTokenTerms(
                type,
                shown,
                parameters(inquiry, type),
                TypeTermReading.of(TypeActions.toldAtEnrolment(type), inquiry::peek),
                TokenQuotas.of(inquiry, user.realm(), List.of(type)),
                inquiry.ruling(AuthenticationActions.ENROLL_VIA_MULTICHALLENGE_TEXT, PolicyAnswer::text),
                inquiry.ruling(AuthenticationActions.ENROLL_VIA_MULTICHALLENGE_OPTIONAL),
                wanted.policies());
    }

    private static Map<String, Ruled<String>> parameters(LoginInquiry inquiry, String type) {
        Map<String, Ruled<String>> parameters = new HashMap<>();
        EnrollmentActions.TO_APPS.forEach((parameter, action) -> put(parameters, parameter, inquiry, action));
        Stream.of(Scope.ENROLLMENT, Scope.USER)
                .flatMap(scope -> TypeActions.parameters(TypeActions.Use.OVERWRITES, type, scope).stream())
                .forEach(parameter -> put(parameters, parameter.name(), inquiry, parameter.action()));
        return parameters;
    }

    private static void put(Map<String, Ruled<String>> parameters, String name, LoginInquiry inquiry, Action action) {
        Ruled<String> said = inquiry.ruling(action, PolicyAnswer::text);
        if (said.isSaid()) {
            parameters.put(name, said);
        }
    }
}
