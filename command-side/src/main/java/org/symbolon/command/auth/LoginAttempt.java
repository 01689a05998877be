package org.symbolon.command.auth;

import java.util.Map;
import org.symbolon.command.secret.Payer;
import org.symbolon.command.tokentype.TokenType;
import org.symbolon.events.auth.LoginTerms;
import org.symbolon.events.shared.Secret;

/**
 * What somebody typed who wants to log in.
 *
 * @param transactionId the transaction whose challenge it is to answer, null if it answers none
 * @param terms how it is to be judged
 * @param fields what token types have asked to see beside, by its name on the wire
 * @param payer on whose account slow hashes are
 */
public record LoginAttempt(
        Secret typed, String transactionId, LoginTerms terms, Map<String, String> fields, Payer payer) {

    public LoginAttempt {
        fields = Map.copyOf(fields);
    }

    /** One with nothing but what was typed. */
    public LoginAttempt(Secret typed, String transactionId, LoginTerms terms) {
        this(typed, transactionId, terms, Map.of(), Payer.NOBODY);
    }

    /** An attempt in one step of which no policy says anything. */
    public static LoginAttempt plain(Secret typed) {
        return new LoginAttempt(typed, null, LoginTerms.NONE);
    }

    public boolean answers() {
        return transactionId != null;
    }

    /** What a type has asked to see of it. */
    Map<String, String> fieldsFor(TokenType type) {
        return type.describe().seen(fields);
    }

    /** Shows no value. */
    @Override
    public String toString() {
        return "LoginAttempt[" + fields.keySet() + "]";
    }
}
