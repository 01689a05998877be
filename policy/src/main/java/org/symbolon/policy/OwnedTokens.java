package org.symbolon.policy;

import org.symbolon.events.shared.KnownUser;

/** Whether a user has any token. */
@FunctionalInterface
public interface OwnedTokens {
    boolean hasAny(KnownUser user);
}
