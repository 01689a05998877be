package org.symbolon.events.auth;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What has been decided about challenges.
 *
 * @param types the token types, in lower case, of which the PIN alone begins one
 * @param text what people are told who are to answer one, null for what the token's type says
 * @param texts the same for single token types, which come first
 * @param countAsFailures whether each raises the fail counter until it is answered
 * @param policies the names of the policies that say so, which take effect once one is begun
 */
public record ChallengeTerms(
        Set<String> types, String text, Map<String, String> texts, boolean countAsFailures, List<String> policies) {

    /** Where no policy says anything. */
    public static final ChallengeTerms NONE = new ChallengeTerms(Set.of(), null, Map.of(), false, List.of());

    public ChallengeTerms {
        types = Set.copyOf(types);
        texts = Map.copyOf(texts);
        policies = List.copyOf(policies);
    }
}
