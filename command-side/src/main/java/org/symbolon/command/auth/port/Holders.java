package org.symbolon.command.auth.port;

import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.shared.TokenOwner;

/** Knows owners of tokens. */
@FunctionalInterface
public interface Holders {

    /**
     * The user.
     *
     * @param login his name, null where it has to be looked up
     * @param whole whether more than his login and realm is wanted, for which a user store is asked
     */
    Holder of(String login, TokenOwner owner, boolean whole);
}
