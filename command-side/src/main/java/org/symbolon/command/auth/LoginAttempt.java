package org.symbolon.command.auth;

import org.symbolon.command.secret.Secret;
import org.symbolon.events.auth.LoginTerms;

/**
 * What somebody typed who wants to log in.
 *
 * @param transactionId the transaction whose challenge it is to answer, null if it answers none
 * @param terms how it is to be judged
 */
public record LoginAttempt(Secret typed, String transactionId, LoginTerms terms) {

    /** An attempt in one step of which no policy says anything. */
    public static LoginAttempt plain(Secret typed) {
        return new LoginAttempt(typed, null, LoginTerms.NONE);
    }

    public boolean answers() {
        return transactionId != null;
    }
}
