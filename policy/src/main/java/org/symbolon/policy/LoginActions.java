package org.symbolon.policy;

import java.util.List;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AuthenticationActions;
import org.symbolon.policy.action.AuthorizationActions;
import org.symbolon.policy.action.EnrollmentActions;
import org.symbolon.policy.action.TokenTypeNames;
import org.symbolon.policy.action.TypeActions;

/** Which actions policies are asked about by log-ins, which ask {@link LoginPolicies} once and all of it. */
public final class LoginActions {

    private static final List<Action> REWRITING =
            List.of(AuthorizationActions.SETREALM, AuthenticationActions.MANGLE, AuthenticationActions.SET_REALM);

    private static final List<Action> PROGRAMS = List.of(AuthorizationActions.API_KEY_REQUIRED);

    private static final List<Action> CLAIMS = List.of(
            EnrollmentActions.AUTOASSIGNMENT,
            EnrollmentActions.MAX_TOKEN_PER_REALM,
            EnrollmentActions.MAX_TOKEN_PER_USER,
            EnrollmentActions.maxTokenPerUser(TokenTypeNames.ANY),
            EnrollmentActions.MAX_ACTIVE_TOKEN_PER_USER,
            EnrollmentActions.maxActiveTokenPerUser(TokenTypeNames.ANY));

    private static final List<Action> USED_TOKEN =
            List.of(AuthorizationActions.SERIAL, AuthorizationActions.TOKENTYPE, AuthorizationActions.TOKENINFO);

    private static final List<Action> JUDGEMENT = List.of(
            AuthenticationActions.OTPPIN,
            AuthenticationActions.CHANGE_PIN_VIA_VALIDATE,
            AuthenticationActions.CHALLENGE_RESPONSE,
            AuthenticationActions.CHALLENGE_TEXT,
            AuthenticationActions.INCREASE_FAILCOUNTER_ON_CHALLENGE,
            AuthenticationActions.DISABLED_TOKEN_TYPES,
            AuthenticationActions.FORCE_CHALLENGE_RESPONSE,
            AuthenticationActions.HIDE_SPECIFIC_ERROR_MESSAGE,
            AuthenticationActions.RESET_ALL_USER_TOKENS,
            AuthenticationActions.RESYNC_VIA_MULTICHALLENGE,
            AuthorizationActions.NO_DETAIL_ON_FAIL);

    private static final List<Action> TO_TYPES = TypeActions.allToldAtLogin(false);

    private static final List<Action> TO_TYPES_THAT_WAIT = TypeActions.allToldAtLogin(true);

    private static final List<Action> USER_TO_TELL = List.of(AuthorizationActions.ADD_USER_IN_RESPONSE);

    private static final List<Action> ANSWER = List.of(
            AuthorizationActions.ADD_USER_IN_RESPONSE,
            AuthorizationActions.ADD_RESOLVER_IN_RESPONSE,
            AuthorizationActions.NO_DETAIL_ON_SUCCESS);

    private static final List<Action> RADIUS = List.of(AuthorizationActions.RADIUS_ATTRIBUTES);

    private static final List<Action> CHALLENGE_TEXT =
            List.of(AuthenticationActions.CHALLENGE_TEXT_HEADER, AuthenticationActions.CHALLENGE_TEXT_FOOTER);

    private static final List<Action> OWED = List.of(
            AuthenticationActions.ENROLL_VIA_MULTICHALLENGE,
            AuthenticationActions.ENROLL_VIA_MULTICHALLENGE_TEXT,
            AuthenticationActions.ENROLL_VIA_MULTICHALLENGE_OPTIONAL);
    private static final List<Action> AUTHORIZED = List.of(AuthorizationActions.AUTHORIZED);

    private LoginActions() {}

    /** What is asked about a log-in of this way, in the order in which it is. */
    public static List<Action> of(LoginQuestion.Way way) {
        return switch (way) {
            case CHECK, SAML_CHECK ->
                all(List.of(
                        REWRITING,
                        PROGRAMS,
                        USER_TO_TELL,
                        CLAIMS,
                        USED_TOKEN,
                        JUDGEMENT,
                        TO_TYPES_THAT_WAIT,
                        ANSWER,
                        OWED,
                        CHALLENGE_TEXT,
                        AUTHORIZED));
            case RADIUS_CHECK ->
                all(List.of(
                        REWRITING,
                        PROGRAMS,
                        USER_TO_TELL,
                        CLAIMS,
                        USED_TOKEN,
                        JUDGEMENT,
                        TO_TYPES_THAT_WAIT,
                        OWED,
                        AUTHORIZED));
            case RADIUS ->
                all(List.of(
                        REWRITING,
                        CLAIMS,
                        USED_TOKEN,
                        JUDGEMENT,
                        TO_TYPES_THAT_WAIT,
                        RADIUS,
                        OWED,
                        CHALLENGE_TEXT,
                        AUTHORIZED));
            case TRIGGER -> all(List.of(JUDGEMENT, TO_TYPES, CHALLENGE_TEXT, AUTHORIZED));
            case POLL -> List.of(AuthenticationActions.MANGLE, AuthorizationActions.API_KEY_REQUIRED);
            case SERVER, SERVER_BY_KEY ->
                all(List.of(USER_TO_TELL, USED_TOKEN, JUDGEMENT, TO_TYPES, ANSWER, WebuiPolicies.actions()));
        };
    }

    private static List<Action> all(List<List<Action>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }
}
