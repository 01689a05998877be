package org.symbolon.command.token.port;

/** What is known of the serials in use, as of the current transaction. */
public interface Serials {

    /** How many tokens of this type there are. */
    int countOf(String tokenType);

    /** Whether a token with this serial exists. */
    boolean exists(String serial);

    /** Whether this very token exists, and not another one that got its serial later. */
    boolean exists(String serial, int tokenId);

    /** A number for a new token that no other token has or had. */
    int nextTokenId();
}
