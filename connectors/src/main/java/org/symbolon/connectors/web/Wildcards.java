package org.symbolon.connectors.web;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Patterns in which a star stands for anything, also for nothing. Case does not count. */
final class Wildcards {

    static final String ANYTHING = "*";

    private Wildcards() {}

    static boolean fits(String pattern, String value) {
        String expression =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL)
                .matcher(value)
                .matches();
    }

    static boolean has(String pattern) {
        return pattern.contains(ANYTHING);
    }

    /** What stands before the first star. */
    static String beginning(String pattern) {
        return has(pattern) ? pattern.substring(0, pattern.indexOf(ANYTHING)) : pattern;
    }
}
