package org.symbolon.events.auth;

/**
 * What may decide in the place of a user's tokens.
 *
 * @param cache which earlier log-ins with the same let him in again, null for none
 * @param withoutUser whether somebody is let in whom nobody knows
 * @param withoutToken whether somebody is let in because he has no token
 * @param passThrough where the password is checked of somebody who has no token
 * @param claim on which terms a user who has no token may claim one that nobody owns
 */
public record LayerTerms(
        CacheTerms cache,
        Ruled<Boolean> withoutUser,
        Ruled<Boolean> withoutToken,
        Ruled<PassThrough> passThrough,
        Ruled<ClaimTerms> claim) {

    /** Where tokens alone decide. */
    public static final LayerTerms NONE =
            new LayerTerms(null, Ruled.nothing(), Ruled.nothing(), Ruled.nothing(), Ruled.nothing());

    /** Whether it matters at all that somebody has no token. */
    public boolean concernTokens() {
        return withoutToken.isSaid() || passThrough.isSaid() || claim.isSaid();
    }
}
