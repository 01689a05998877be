package org.symbolon.policy;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.symbolon.policy.matching.IncomparableException;
import org.symbolon.policy.matching.PolicyRefusal;
import org.symbolon.policy.matching.WatchedText;

/** Regular expressions from the values of policies. */
final class PolicyPattern {

    private PolicyPattern() {}

    /**
     * Whether the text contains what the expression describes.
     *
     * @throws PolicyRefusal 303 if nobody can tell, since the expression is malformed or takes too much work
     */
    static boolean isFoundIn(String text, String expression) {
        return judged(expression, text, Matcher::find);
    }

    /**
     * The text with everything replaced that the expression describes.
     *
     * @throws PolicyRefusal 303 if the expression or the replacement is malformed, or takes too much work
     */
    static String replacedIn(String text, String expression, String replacement) {
        return judged(expression, text, matcher -> matcher.replaceAll(ReplacementText.inJava(replacement)));
    }

    private static <T> T judged(String expression, String text, Function<Matcher, T> step) {
        try {
            return step.apply(Pattern.compile(expression).matcher(new WatchedText(text)));
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | IncomparableException
                | StackOverflowError fault) {
            throw new PolicyRefusal("A policy has a regular expression that cannot be followed.");
        }
    }
}
