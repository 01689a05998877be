package org.symbolon.events.auth;

import java.util.List;
import java.util.Map;

/**
 * What has been decided about a token that whoever has none of its type must enrol before he is let in.
 *
 * @param type its type, as a policy names it
 * @param shown whether whoever logs in can see what he has to scan; where he cannot, he gets no token and is not let in
 * @param parameters what has been decided about it, as an enrolment takes it
 * @param toType what its type is told, by the names of its actions
 * @param quota how many tokens there may be
 * @param text what he is told in place of what the type says, where the type asks nothing of its own
 * @param optional whether he may do without
 * @param policies the names of the policies that want it
 */
public record OwedTokenTerms(
        String type,
        boolean shown,
        Map<String, Ruled<String>> parameters,
        Map<String, String> toType,
        TokenQuota quota,
        Ruled<String> text,
        Ruled<Boolean> optional,
        List<String> policies) {

    public OwedTokenTerms {
        parameters = Map.copyOf(parameters);
        toType = Map.copyOf(toType);
        policies = List.copyOf(policies);
    }

    /** Terms that say nothing of the text, and let nobody do without. */
    public OwedTokenTerms(
            String type,
            boolean shown,
            Map<String, Ruled<String>> parameters,
            Map<String, String> toType,
            TokenQuota quota,
            List<String> policies) {
        this(type, shown, parameters, toType, quota, Ruled.nothing(), Ruled.nothing(), policies);
    }

    public boolean isOptional() {
        return optional.value() != null;
    }
}
