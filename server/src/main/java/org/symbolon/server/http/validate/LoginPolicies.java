package org.symbolon.server.http.validate;

import java.util.Optional;
import org.symbolon.command.auth.LoginTerms;
import org.symbolon.command.auth.OwedTokenTerms;
import org.symbolon.command.user.KnownUser;
import org.symbolon.server.http.ApiRequest;

/**
 * What has been decided, by policies or otherwise, about how log-ins are to be judged and answered. It is asked once for each
 * request, before any lock is taken. Unless it is overridden, nothing is.
 */
public interface LoginPolicies {

    /** Where nothing has been decided. */
    LoginPolicies NONE = new LoginPolicies() {};

    /**
     * How the log-in of a request is to be judged. A request without a user names a token by its serial: then the owner of
     * the token counts as the user.
     */
    default LoginTerms terms(ApiRequest request, Optional<KnownUser> user) {
        return LoginTerms.NONE;
    }

    /** Which token somebody must enrol on his way in who has none of its type; empty if none. */
    default Optional<OwedTokenTerms> owedToken(ApiRequest request, Optional<KnownUser> user) {
        return Optional.empty();
    }

    /** With what a user of some user store logs in to the server itself. */
    default LoginMode mode(ApiRequest request, KnownUser user) {
        return LoginMode.USERSTORE;
    }

    /** Which way of answering a client is to prefer where there are several. */
    default PreferredClientMode preferredClientMode(ApiRequest request, Optional<KnownUser> user) {
        return PreferredClientMode.PRESET;
    }
}
