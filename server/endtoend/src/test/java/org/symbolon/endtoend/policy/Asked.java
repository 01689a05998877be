package org.symbolon.endtoend.policy;

import java.util.Set;
import java.util.stream.Collectors;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.policy.action.Action;
import org.symbolon.policy.asking.AsksPolicies;

/**
 * The actions that are in effect: those that something says that it asks policies about, but for what waits for something else
 * before it can matter.
 */
final class Asked {

    private Asked() {}

    /** With their scopes, as in {@code authentication/otppin}; one name for those that differ in the type of token only. */
    static Set<String> families(InProcessServer server) {
        return server.beans(AsksPolicies.class).stream()
                .flatMap(asking -> asking.asks().stream())
                .filter(action -> action.waitsFor().isEmpty())
                .map(Asked::family)
                .collect(Collectors.toSet());
    }

    static String family(Action action) {
        return action.scope().wire() + "/" + action.family();
    }
}
