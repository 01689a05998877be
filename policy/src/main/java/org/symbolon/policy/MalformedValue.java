package org.symbolon.policy;

import org.symbolon.policy.action.Action;
import org.symbolon.policy.matching.PolicyRefusal;

/** The refusal where a policy says something of an action that nobody can make sense of. */
final class MalformedValue {

    private MalformedValue() {}

    static PolicyRefusal of(Action action) {
        return new PolicyRefusal("A policy says '" + action.name() + "' in a way that cannot be followed.");
    }
}
