package org.symbolon.command.token.port;

import org.symbolon.events.shared.TokenOwner;

/** The log-ins of owners of tokens that were remembered, so as to be accepted again. */
@FunctionalInterface
public interface OwnersLogins {

    /** None of somebody's is accepted again. It becomes true with the current transaction. */
    void end(TokenOwner owner);
}
