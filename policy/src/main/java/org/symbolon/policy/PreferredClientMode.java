package org.symbolon.policy;

import java.util.Collection;
import java.util.List;
import org.symbolon.policy.action.AuthenticationActions;

/** Which of several ways to answer challenges a client is advised to take: the first of an order that is there. */
public record PreferredClientMode(List<String> order) {

    public static final PreferredClientMode PRESET =
            of(AuthenticationActions.PREFERRED_CLIENT_MODE.defaultText().orElseThrow());

    private static final String OTHERWISE = "interactive";

    public PreferredClientMode {
        order = List.copyOf(order);
    }

    /** The order as a policy writes it. */
    static PreferredClientMode of(String written) {
        return new PreferredClientMode(List.of(written.strip().split("\\s+")));
    }

    public String among(Collection<String> present) {
        return order.stream().filter(present::contains).findFirst().orElse(OTHERWISE);
    }
}
