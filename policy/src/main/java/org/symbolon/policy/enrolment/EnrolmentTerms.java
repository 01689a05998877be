package org.symbolon.policy.enrolment;

import java.util.List;
import java.util.Map;
import org.symbolon.events.token.TokenLimit;

/**
 * All that policies say about an enrolment.
 *
 * @param limits how many tokens there may be
 * @param parameters what the token is like
 * @param pin its PIN
 * @param toBeVerified whether it has to show one of its values before it is good
 * @param toType what is said to its type of the type's own actions, by action
 */
public record EnrolmentTerms(
        List<TokenLimit> limits,
        ParameterTerms parameters,
        PinTerms pin,
        boolean toBeVerified,
        Map<String, String> toType) {

    public EnrolmentTerms {
        limits = List.copyOf(limits);
        toType = Map.copyOf(toType);
    }
}
