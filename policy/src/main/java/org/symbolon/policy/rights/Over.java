package org.symbolon.policy.rights;

/** What a right must reach, all of it, so that somebody may do what he wants to. */
public enum Over {
    /** The user, or else the realm, and the tokens that are named; of a user who acts himself, he himself. */
    NAMED,
    /** The same; where a user is named and no token, all tokens of the user are meant. */
    TOKENS_MEANT,
    /** The user or realm that is named, whatever tokens are. */
    USER,
    /** A user in a resolver, in each realm that the resolver is in. */
    USER_IN_RESOLVER,
    /** The tokens that are named; users and resolvers that are named mean something else. */
    TOKEN,
    /** What is named, and the realms that a token is to be in from now on. */
    TOKEN_AND_NEW_REALMS,
    /** The realms alone that tokens are to be in. */
    NEW_REALMS,
    /** The token that is attached to a machine, by its serial or by the number of that. */
    ATTACHED_TOKEN,
    /** What belongs to no realm: only rights without limits reach there. */
    SYSTEM,
    /** No matter what: for what shows and changes nothing that belongs to anybody. */
    ANYTHING
}
