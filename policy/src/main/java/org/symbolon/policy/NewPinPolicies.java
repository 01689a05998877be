package org.symbolon.policy;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.events.auth.NewPinTerms;
import org.symbolon.events.auth.PinRule;
import org.symbolon.events.auth.Ruled;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.AuthenticationActions;
import org.symbolon.policy.action.EnrollmentActions;
import org.symbolon.policy.action.Scope;
import org.symbolon.policy.action.SharedActions;
import org.symbolon.policy.action.TokenTypeNames;
import org.symbolon.policy.asking.PolicyNumbers;
import org.symbolon.policy.matching.PolicyAnswer;

/** Whether somebody whose PIN is due has to choose a new one while he logs in, and what it must be. */
final class NewPinPolicies {

    private NewPinPolicies() {}

    /** Null where nobody has to. Whether anybody's PIN is due is not known yet, so nothing is named to the audit. */
    static NewPinTerms of(LoginInquiry inquiry) {
        if (inquiry.peek(AuthenticationActions.CHANGE_PIN_VIA_VALIDATE)
                .policies()
                .isEmpty()) {
            return null;
        }
        Integer days = inquiry.peek(EnrollmentActions.CHANGE_PIN_EVERY)
                .value()
                .map(PolicyNumbers::days)
                .orElse(null);
        return inquiry.hasScope(Scope.USER)
                ? new NewPinTerms(general(inquiry), ofTypes(inquiry), days)
                : new NewPinTerms(PinRule.NONE, Map.of(), days);
    }

    private static PinRule general(LoginInquiry inquiry) {
        return rule(
                inquiry,
                SharedActions.OTP_PIN_MINLENGTH.in(Scope.USER),
                SharedActions.OTP_PIN_MAXLENGTH.in(Scope.USER),
                SharedActions.OTP_PIN_CONTENTS.in(Scope.USER));
    }

    private static Map<String, PinRule> ofTypes(LoginInquiry inquiry) {
        Map<String, PinRule> rules = new HashMap<>();
        for (String type : TokenTypeNames.ALL) {
            PinRule rule = rule(
                    inquiry,
                    SharedActions.otpPinMinlength(type).in(Scope.USER),
                    SharedActions.otpPinMaxlength(type).in(Scope.USER),
                    SharedActions.otpPinContents(type).in(Scope.USER));
            if (!rule.equals(PinRule.NONE)) {
                rules.put(type, rule);
            }
        }
        return rules;
    }

    private static PinRule rule(LoginInquiry inquiry, Action least, Action most, Action contents) {
        return new PinRule(
                number(inquiry, least), number(inquiry, most), inquiry.ruling(contents, PolicyAnswer::value));
    }

    private static Ruled<Integer> number(LoginInquiry inquiry, Action action) {
        return inquiry.ruling(action, answer -> answer.value().map(PolicyNumbers::of));
    }
}
