package org.symbolon.api.kernel.login;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.symbolon.api.kernel.Access;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.RequestPolicing;
import org.symbolon.events.shared.Caller;

/**
 * Finds out who sends a request and whether its route admits him. The header of privacyIDEA's clients comes first;
 * either header holds the bare token.
 */
@Component
public final class RequestLogin {

    private final LoginTokens tokens;
    private final LoginRevocations revocations;
    private final AdministratorPasswords passwords;
    private final RequestPolicing policing;

    public RequestLogin(
            LoginTokens tokens,
            LoginRevocations revocations,
            AdministratorPasswords passwords,
            RequestPolicing policing) {
        this.tokens = tokens;
        this.revocations = revocations;
        this.passwords = passwords;
        this.policing = policing;
    }

    /**
     * Names the caller in the request.
     *
     * @throws ApiException 401 if there is none or the route is not for him
     * @throws org.symbolon.policy.matching.PolicyRefusal if it is not, and policies have forbidden it already
     */
    public void authenticate(ApiRequest request) {
        Access access = request.route().access();
        if (access == Access.OPEN) {
            return;
        }
        request.caller(verify(request));
        if (!access.admits(request.caller())) {
            policing.refuseBeforeRole(request);
            throw LoginTokenRefusal.wrongRole(access);
        }
    }

    /**
     * Whom the request's token names, or a refusal with status 401; for handlers of open routes that want an API key
     * under some policy.
     */
    public Caller verify(ApiRequest request) {
        return login(request).caller();
    }

    /** The log-in that the request's token is of, or a refusal with status 401. */
    public VerifiedLogin login(ApiRequest request) {
        VerifiedLogin login = tokens.login(token(request));
        if (revocations.isRevoked(login.nonce()) || !isOfPresentPassword(login)) {
            throw LoginTokenRefusal.revoked();
        }
        return login;
    }

    /** The log-in of a local administrator ends when he is removed or gets another password. */
    private boolean isOfPresentPassword(VerifiedLogin login) {
        if (login.passwordMark().isEmpty() || !(login.caller() instanceof Caller.Administrator administrator)) {
            return true;
        }
        return passwords
                .hashOf(administrator.name())
                .filter(hash -> tokens.markOf(hash).equals(login.passwordMark()))
                .isPresent();
    }

    private static String token(ApiRequest request) {
        return header(request, "PI-Authorization")
                .or(() -> header(request, "Authorization"))
                .orElse("");
    }

    private static Optional<String> header(ApiRequest request, String name) {
        return request.header(name).filter(text -> !text.isEmpty());
    }
}
