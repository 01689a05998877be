package org.symbolon.server.policy;

import java.util.List;
import java.util.stream.Stream;
import org.symbolon.command.tokentype.TypeAction.Step;
import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.action.AuthenticationActions;
import org.symbolon.server.policy.action.AuthorizationActions;
import org.symbolon.server.policy.action.EnrollmentActions;
import org.symbolon.server.policy.action.TypeActions;

/** The rows of {@link PolicyTable} about log-ins, which ask {@link LoginPolicies} once and all of it. */
final class LoginTable {

    private static final List<Action> REWRITING =
            List.of(AuthorizationActions.SETREALM, AuthenticationActions.MANGLE, AuthorizationActions.API_KEY_REQUIRED);

    private static final List<Action> CLAIMS = List.of(
            EnrollmentActions.AUTOASSIGNMENT,
            EnrollmentActions.MAX_TOKEN_PER_REALM,
            EnrollmentActions.MAX_TOKEN_PER_USER,
            EnrollmentActions.maxTokenPerUser(TokenLimitPolicies.ANY_TYPE),
            EnrollmentActions.MAX_ACTIVE_TOKEN_PER_USER,
            EnrollmentActions.maxActiveTokenPerUser(TokenLimitPolicies.ANY_TYPE));

    private static final List<Action> USED_TOKEN =
            List.of(AuthorizationActions.SERIAL, AuthorizationActions.TOKENTYPE, AuthorizationActions.TOKENINFO);

    private static final List<Action> JUDGEMENT = List.of(
            AuthenticationActions.OTPPIN,
            AuthenticationActions.CHANGE_PIN_VIA_VALIDATE,
            AuthenticationActions.CHALLENGE_RESPONSE,
            AuthenticationActions.CHALLENGE_TEXT,
            AuthenticationActions.INCREASE_FAILCOUNTER_ON_CHALLENGE,
            AuthenticationActions.RESET_ALL_USER_TOKENS,
            AuthenticationActions.RESYNC_VIA_MULTICHALLENGE);

    private static final List<Action> TO_TYPES = TypeActions.allToldAt(Step.LOGIN);

    private static final List<Action> USER_TO_TELL = List.of(AuthorizationActions.ADD_USER_IN_RESPONSE);

    private static final List<Action> ANSWER = List.of(
            AuthorizationActions.ADD_USER_IN_RESPONSE,
            AuthorizationActions.ADD_RESOLVER_IN_RESPONSE,
            AuthorizationActions.NO_DETAIL_ON_SUCCESS,
            AuthorizationActions.NO_DETAIL_ON_FAIL);

    private static final List<Action> CHALLENGE_TEXT =
            List.of(AuthenticationActions.CHALLENGE_TEXT_HEADER, AuthenticationActions.CHALLENGE_TEXT_FOOTER);

    private static final List<Action> OWED = List.of(AuthenticationActions.ENROLL_VIA_MULTICHALLENGE);
    private static final List<Action> AUTHORIZED = List.of(AuthorizationActions.AUTHORIZED);

    private LoginTable() {}

    static void addTo(EndpointPolicies table) {
        table.on(both("/validate/check", "/validate/samlcheck"))
                .within(all(List.of(
                        REWRITING,
                        USER_TO_TELL,
                        CLAIMS,
                        USED_TOKEN,
                        JUDGEMENT,
                        TO_TYPES,
                        ANSWER,
                        OWED,
                        CHALLENGE_TEXT,
                        AUTHORIZED)));
        table.on(both("/validate/radiuscheck"))
                .within(all(
                        List.of(REWRITING, USER_TO_TELL, CLAIMS, USED_TOKEN, JUDGEMENT, TO_TYPES, OWED, AUTHORIZED)));
        table.on(both("/validate/triggerchallenge"))
                .within(all(List.of(JUDGEMENT, TO_TYPES, CHALLENGE_TEXT, AUTHORIZED)));
        table.on("GET /validate/polltransaction", "GET /validate/polltransaction/<transaction_id>")
                .within(AuthenticationActions.MANGLE, AuthorizationActions.API_KEY_REQUIRED);
        table.on("POST /auth")
                .within(all(List.of(
                        USER_TO_TELL, USED_TOKEN, JUDGEMENT, TO_TYPES, ANSWER.subList(0, 3), WebuiPolicies.actions())));
    }

    private static Action[] all(List<List<Action>> parts) {
        return parts.stream().flatMap(List::stream).toArray(Action[]::new);
    }

    /** The endpoints that take GET and POST alike. */
    private static String[] both(String... paths) {
        return Stream.of(paths)
                .flatMap(path -> Stream.of("GET " + path, "POST " + path))
                .toArray(String[]::new);
    }
}
