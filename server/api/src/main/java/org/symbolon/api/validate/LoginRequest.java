package org.symbolon.api.validate;

import java.util.Optional;
import org.symbolon.api.kernel.ApiRequest;
import org.symbolon.api.kernel.Parameters;
import org.symbolon.api.validate.KeyLogins.KeyHolder;
import org.symbolon.events.shared.KnownUser;
import org.symbolon.policy.AnswerTerms;
import org.symbolon.policy.AskedLogin;

/**
 * A request that is a log-in, and what policies say of it.
 *
 * @param parameters those of the request as policies want them
 * @param usedLast the type of token with which the user has logged in last by the same program, where policies want to know it
 */
public record LoginRequest(ApiRequest request, Parameters parameters, AskedLogin asked, Optional<String> usedLast) {

    public Optional<KnownUser> user() {
        return asked.user();
    }

    /** How it is to be answered about the token with this serial, null for none. */
    public AnswerTerms.Told told(String serial) {
        return asked.answer().about(serial, request.notes()::addPolicy);
    }

    /** Whether policies pass over all tokens of the type of this one. */
    public boolean disables(KeyHolder token) {
        return asked.terms().disable(token.type());
    }
}
