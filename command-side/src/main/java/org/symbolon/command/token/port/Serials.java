package org.symbolon.command.token.port;

/** What is known of the serials in use, as of the current transaction. */
public interface Serials {

    /** How many tokens of this type there are. */
    int countOf(String tokenType);

    /** Whether a token with this serial exists. */
    boolean exists(String serial);

    /** A number for a new token that no other token has or had. */
    int nextTokenId();
}
