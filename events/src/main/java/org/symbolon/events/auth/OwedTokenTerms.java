package org.symbolon.events.auth;

import java.util.List;
import java.util.Map;

/**
 * What has been decided about a token that whoever has none of its type must enrol before he is let in.
 *
 * @param type its type, as a policy names it
 * @param shown whether whoever logs in can see what he has to scan; where he cannot, he gets no token and is not let in
 * @param parameters what has been decided about it, as an enrolment takes it
 * @param quota how many tokens there may be
 * @param policies the names of the policies that want it
 */
public record OwedTokenTerms(
        String type, boolean shown, Map<String, Ruled<String>> parameters, TokenQuota quota, List<String> policies) {

    public OwedTokenTerms {
        parameters = Map.copyOf(parameters);
        policies = List.copyOf(policies);
    }
}
