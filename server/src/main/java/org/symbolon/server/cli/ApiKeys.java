package org.symbolon.server.cli;

import java.time.Duration;

/**
 * Makes keys for programs, which go into the header {@code Authorization} as the tokens of log-ins do.
 *
 * <p>A request that cannot be met throws a {@link CommandFailedException}.
 */
@FunctionalInterface
public interface ApiKeys {

    /** What a key is good for. */
    enum Role {
        /** Asking about log-ins, where a policy wants a key for that. */
        VALIDATE,
        /** Whatever the administrator may do whose name it bears. */
        ADMIN
    }

    String issue(String name, String realm, Role role, Duration lifetime);
}
