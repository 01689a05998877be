package org.symbolon.cli.apikey;

import java.time.Duration;
import org.symbolon.cli.kernel.CommandFailedException;

/**
 * Makes keys for programs, which go into the header {@code Authorization} as the tokens of log-ins do, and revokes them.
 *
 * <p>A request that cannot be met throws a {@link CommandFailedException}.
 */
public interface ApiKeys {

    /** What a key is good for. */
    enum Role {
        /** Asking about log-ins, where a policy wants a key for that. */
        VALIDATE,
        /** Whatever the administrator may do whose name it bears. */
        ADMIN
    }

    /**
     * A new key.
     *
     * @param id by which it can be revoked; no secret
     * @param key the key itself
     */
    record Issued(String id, String key) {

        /** Does not show the key. */
        @Override
        public String toString() {
            return "Issued[" + id + "]";
        }
    }

    Issued issue(String name, String realm, Role role, Duration lifetime);

    void revoke(String id);
}
