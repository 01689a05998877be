package org.symbolon.server.endtoend;

import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.server.policy.EndpointPolicies;
import org.symbolon.server.policy.action.Action;

/** The actions that are in effect: those that a route or what acts on it says that it asks policies about. */
final class Asked {

    private Asked() {}

    /** With their scopes, as in {@code authentication/otppin}; one name for those that differ in the type of token only. */
    static Set<String> families(InProcessServer server) {
        return server.bean(EndpointPolicies.class).all().values().stream()
                .flatMap(actions -> actions.stream().map(Asked::family))
                .collect(Collectors.toSet());
    }

    static String family(Action action) {
        return action.scope().wire() + "/" + action.family();
    }
}
