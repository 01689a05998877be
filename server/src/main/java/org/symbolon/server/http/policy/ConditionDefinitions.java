package org.symbolon.server.http.policy;

import java.util.LinkedHashMap;
import java.util.Map;

/** What conditions of policies can be about, and how they compare. */
final class ConditionDefinitions {

    static final Map<String, Object> JSON = Map.of("sections", sections(), "comparators", comparators());

    private ConditionDefinitions() {}

    private static Map<String, Object> sections() {
        Map<String, Object> sections = new LinkedHashMap<>();
        describe(sections, "userinfo", "An attribute of the user, also one of his own.");
        describe(sections, "token", "A column of the token.");
        describe(sections, "tokeninfo", "A key of the token info.");
        describe(sections, "HTTP Request header", "A header of the request; small and capital letters are the same.");
        describe(sections, "HTTP Environment", "A variable of the server's environment of the request.");
        return sections;
    }

    private static Map<String, Object> comparators() {
        Map<String, Object> comparators = new LinkedHashMap<>();
        describe(comparators, "equals", "is this value");
        describe(comparators, "!equals", "is not this value");
        describe(comparators, "contains", "is a list with this value in it");
        describe(comparators, "!contains", "is a list without this value");
        describe(comparators, "matches", "fits this regular expression from its begin to its end");
        describe(comparators, "!matches", "does not fit this regular expression");
        describe(comparators, "in", "is one of these values, which commas part");
        describe(comparators, "!in", "is none of these values, which commas part");
        describe(comparators, "<", "is a smaller number");
        describe(comparators, ">", "is a larger number");
        return comparators;
    }

    private static void describe(Map<String, Object> definitions, String name, String description) {
        definitions.put(name, Map.of("description", description));
    }
}
