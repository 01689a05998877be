package org.symbolon.policy.enrolment;

import java.util.List;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.TypeActions;

/** Which actions policies are asked about by what {@link TokenPolicies} is asked, each list in the order in which it asks. */
public final class TokenActions {

    public static final List<Action> ROOM_TO_ENROL =
            all(List.of(TokenLimitPolicies.OF_REALM, ParameterPolicies.DESCRIPTION, TokenLimitPolicies.OF_USER));
    public static final List<Action> ROOM_TO_ASSIGN =
            all(List.of(TokenLimitPolicies.OF_REALM, TokenLimitPolicies.OF_USER));
    public static final List<Action> ROOM_TO_ENABLE = TokenLimitPolicies.IN_USE;
    public static final List<Action> ENROLMENT = all(List.of(
            ParameterPolicies.TO_APPS,
            PinPolicies.OF_ENROLMENT,
            EnrolmentStepPolicies.OF_TWO_STEPS,
            PinPolicies.MADE,
            PinPolicies.KEPT,
            PinRulePolicies.ASKED,
            ParameterPolicies.PRESETS,
            ParameterPolicies.DECIDED,
            TypeActions.allToldAtEnrolment(),
            EnrolmentStepPolicies.VERIFYING,
            PinPolicies.DUE));
    public static final List<Action> SERVERS_OWN = all(List.of(
            TokenLimitPolicies.OF_REALM,
            TokenLimitPolicies.OF_USER,
            ParameterPolicies.DECIDED,
            TypeActions.allToldAtEnrolment()));
    public static final List<Action> ASSIGNMENT = all(List.of(PinPolicies.KEPT, PinRulePolicies.ASKED));
    public static final List<Action> CHOSEN_PIN =
            all(List.of(PinPolicies.KEPT, PinRulePolicies.ASKED, PinPolicies.DUE));
    public static final List<Action> RANDOM_PIN =
            all(List.of(PinPolicies.MADE_ON_REQUEST, PinPolicies.KEPT, PinPolicies.DUE));
    public static final List<Action> LOST_TOKEN = LostTokenPolicies.ASKED;

    private TokenActions() {}

    private static List<Action> all(List<List<Action>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }
}
