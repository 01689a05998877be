package org.symbolon.command.auth.port;

import org.symbolon.command.tokentype.EnrolmentRequest.Holder;
import org.symbolon.events.shared.TokenOwner;

/** Knows owners of tokens as authenticator apps show them. */
@FunctionalInterface
public interface Holders {

    /**
     * The user; more than his login and realm only where the text that is shown has room for it.
     *
     * @param login his name, null where it has to be looked up
     */
    Holder of(String login, TokenOwner owner, String shown);
}
