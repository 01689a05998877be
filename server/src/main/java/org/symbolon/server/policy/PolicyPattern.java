package org.symbolon.server.policy;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.symbolon.server.http.ApiException;

/** Regular expressions from the values of policies. */
final class PolicyPattern {

    private PolicyPattern() {}

    /**
     * Whether the text contains what the expression describes.
     *
     * @throws ApiException 303 if the expression is malformed: then nobody can tell what was meant
     */
    static boolean isFoundIn(String text, String expression) {
        return of(expression).matcher(text).find();
    }

    static Pattern of(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException malformed) {
            throw ApiException.policy("A policy has a malformed regular expression.");
        }
    }
}
