package org.symbolon.server.policy;

import org.symbolon.command.user.KnownUser;

/** Whether a user has any token. */
@FunctionalInterface
public interface OwnedTokens {
    boolean hasAny(KnownUser user);
}
