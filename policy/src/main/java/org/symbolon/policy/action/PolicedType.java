package org.symbolon.policy.action;

import java.util.List;
import java.util.Set;
import org.symbolon.events.tokentype.TypeAction;

/**
 * A type of token, as far as policies go by it.
 *
 * @param actions those that are about it alone
 */
public record PolicedType(String name, Set<Trait> traits, List<TypeAction> actions) {

    /** What policies go by. */
    public enum Trait {
        /** Users can be let enrol it for themselves. */
        SELF_SERVICE,
        /** The PIN alone begins a challenge where a policy says so. */
        CHALLENGED_BY_POLICY,
        /** A new token can be asked for one of its values before it is good. */
        VERIFIABLE,
        /** A log-in can enrol it on the way. */
        ENROLLED_BY_LOGIN,
        /** The PIN is all there is to it. */
        PIN_ALONE,
        /** Its tokens have no PIN that somebody could set. */
        WITHOUT_PIN
    }

    public PolicedType {
        traits = Set.copyOf(traits);
        actions = List.copyOf(actions);
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
