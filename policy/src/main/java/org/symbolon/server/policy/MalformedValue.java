package org.symbolon.server.policy;

import org.symbolon.server.policy.action.Action;
import org.symbolon.server.policy.matching.PolicyRefusal;

/** The refusal where a policy says something of an action that nobody can make sense of. */
final class MalformedValue {

    private MalformedValue() {}

    static PolicyRefusal of(Action action) {
        return new PolicyRefusal("A policy says '" + action.name() + "' in a way that cannot be followed.");
    }
}
