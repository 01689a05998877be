package org.symbolon.projections.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Shortens a list of policy names entry by entry, so that each can still be told from what is left of it. */
final class PolicyNames {

    private PolicyNames() {}

    /** The names in at most so many characters; a shortened one ends in a plus sign. */
    static String cut(String names, int limit) {
        if (names == null || length(names) <= limit) {
            return names;
        }
        List<String> entries = Arrays.asList(names.split(",", -1));
        if (entries.size() >= limit) {
            return head(names, limit);
        }
        while (length(String.join(",", entries)) > limit) {
            String longest = entries.stream()
                    .max(Comparator.comparingInt(PolicyNames::length))
                    .orElseThrow();
            if (length(longest) < 2) {
                return head(String.join(",", entries), limit);
            }
            String shortened = longest.substring(0, longest.offsetByCodePoints(0, length(longest) - 2)) + "+";
            entries.replaceAll(entry -> entry.equals(longest) ? shortened : entry);
        }
        return String.join(",", entries);
    }

    private static String head(String names, int limit) {
        return names.substring(0, names.offsetByCodePoints(0, limit - 1)) + "+";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
