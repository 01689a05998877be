package org.symbolon.policy;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.symbolon.events.auth.Ruled;
import org.symbolon.events.auth.TokenQuota;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.action.EnrollmentActions;
import org.symbolon.policy.asking.PolicyNumbers;
import org.symbolon.policy.asking.Subject;
import org.symbolon.policy.matching.PolicyAnswer;

/** How many tokens policies allow of somebody who gets one by logging in. */
final class TokenQuotas {

    private TokenQuotas() {}

    /** The numbers that can matter for a token of one of these types. */
    static TokenQuota of(LoginInquiry inquiry, String realm, Collection<String> types) {
        return new TokenQuota(
                inquiry.ruling(EnrollmentActions.MAX_TOKEN_PER_REALM, new Subject.OfRealm(realm), TokenQuotas::largest),
                numbers(inquiry, EnrollmentActions.MAX_TOKEN_PER_USER, EnrollmentActions::maxTokenPerUser, types),
                numbers(
                        inquiry,
                        EnrollmentActions.MAX_ACTIVE_TOKEN_PER_USER,
                        EnrollmentActions::maxActiveTokenPerUser,
                        types));
    }

    private static TokenQuota.Numbers numbers(
            LoginInquiry inquiry, Action all, Function<String, Action> ofType, Collection<String> types) {
        Map<String, Ruled<Integer>> ofTypes = new HashMap<>();
        for (String type : types) {
            Ruled<Integer> said = inquiry.ruling(ofType.apply(type), TokenQuotas::largest);
            if (said.isSaid()) {
                ofTypes.put(type, said);
            }
        }
        return new TokenQuota.Numbers(inquiry.ruling(all, TokenQuotas::largest), ofTypes);
    }

    private static Optional<Integer> largest(PolicyAnswer said) {
        OptionalInt most = PolicyNumbers.largest(said);
        return most.isPresent() ? Optional.of(most.getAsInt()) : Optional.empty();
    }
}
