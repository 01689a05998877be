package org.symbolon.server.policy;

import java.util.Optional;
import org.symbolon.command.auth.NewPinTerms;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.secret.Secret;
import org.symbolon.server.http.ApiException;
import org.symbolon.server.http.ApiRequest;
import org.symbolon.server.policy.action.AuthenticationActions;
import org.symbolon.server.policy.action.EnrollmentActions;
import org.symbolon.server.policy.asking.AskedPolicies;
import org.symbolon.server.policy.asking.Subject;
import org.symbolon.server.policy.matching.PolicyRefusal;

/** Whether somebody whose PIN is due has to choose a new one while he logs in, and what it must be. */
final class NewPinPolicies {

    private final PinRulePolicies rules;

    NewPinPolicies(PinRulePolicies rules) {
        this.rules = rules;
    }

    /** Null where nobody has to. Whether anybody's PIN is due is not known yet, so nothing is named to the audit. */
    NewPinTerms of(ApiRequest request, AskedPolicies asked, Subject subject) {
        if (asked.peek(AuthenticationActions.CHANGE_PIN_VIA_VALIDATE, subject)
                .policies()
                .isEmpty()) {
            return null;
        }
        Optional<String> every =
                asked.peek(EnrollmentActions.CHANGE_PIN_EVERY, subject).value();
        return new NewPinTerms(
                (serial, pin) -> check(request, serial, pin),
                every.map(PinPolicies::days).orElse(null));
    }

    /** The command side knows refusals of its own only. */
    private void check(ApiRequest request, String serial, Secret pin) {
        try {
            rules.checkChosen(request, serial, pin);
        } catch (ApiException forbidden) {
            throw Refusal.of(forbidden.code(), forbidden.getMessage());
        } catch (PolicyRefusal forbidden) {
            throw Refusal.of(PolicyRefusal.CODE, forbidden.getMessage());
        }
    }
}
