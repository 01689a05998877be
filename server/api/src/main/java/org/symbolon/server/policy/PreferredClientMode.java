package org.symbolon.server.policy;

import java.util.Collection;
import java.util.List;

/** Which of several ways to answer challenges a client is advised to take: the first of an order that is there. */
public record PreferredClientMode(List<String> order) {

    public static final PreferredClientMode PRESET =
            new PreferredClientMode(List.of("interactive", "webauthn", "poll", "u2f"));

    private static final String OTHERWISE = "interactive";

    public PreferredClientMode {
        order = List.copyOf(order);
    }

    public String among(Collection<String> present) {
        return order.stream().filter(present::contains).findFirst().orElse(OTHERWISE);
    }
}
