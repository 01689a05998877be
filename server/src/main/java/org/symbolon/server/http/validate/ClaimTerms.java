package org.symbolon.server.http.validate;

import java.util.List;
import org.symbolon.events.token.TokenLimit;

/**
 * On which terms somebody may claim a token.
 *
 * @param needsPassword whether he must type the password of his user store beside the value
 * @param limits how many tokens there may be
 */
public record ClaimTerms(boolean needsPassword, Limits limits) {

    /** The limits that hold for one more token. */
    @FunctionalInterface
    public interface Limits {
        List<TokenLimit> of(String serial, String type);
    }
}
