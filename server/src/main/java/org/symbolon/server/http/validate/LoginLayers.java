package org.symbolon.server.http.validate;

import java.util.Optional;
import org.symbolon.command.auth.CacheTerms;
import org.symbolon.command.user.KnownUser;
import org.symbolon.command.user.UserName;
import org.symbolon.server.http.ApiRequest;

/**
 * What stands around the check of a user's tokens and may decide in its place. A text that is answered is the name of the
 * policy that says so. Each is asked before any lock is taken.
 */
public interface LoginLayers {

    /** On which terms an earlier log-in with the same counts again; empty if it does not. */
    Optional<CacheTerms> cache(ApiRequest request, KnownUser user);

    /** Whether somebody is let in whom nobody knows. */
    Optional<String> acceptingUnknown(ApiRequest request, UserName name);

    /** Whether it matters at all that somebody has no token. */
    boolean concernsTokens(ApiRequest request);

    /** Whether somebody is let in because he has no token. */
    Optional<String> acceptingWithoutToken(ApiRequest request, KnownUser user);

    /** Whether somebody who has no token is let in with the password of his user store. */
    Optional<String> passingThrough(ApiRequest request, KnownUser user);

    /** On which terms a user who has no token may claim one that nobody owns; empty if he may not. */
    Optional<ClaimTerms> claiming(ApiRequest request, KnownUser user);

    /** Why a user who is right is not let in all the same; empty if he is. */
    Optional<String> excess(ApiRequest request, KnownUser user);
}
