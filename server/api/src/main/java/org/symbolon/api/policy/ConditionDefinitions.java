package org.symbolon.api.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.symbolon.policy.matching.Comparator;
import org.symbolon.policy.matching.Section;

/** What conditions of policies can be about, and how they compare: what the matcher knows. */
final class ConditionDefinitions {

    static final Map<String, Object> JSON = Map.of("sections", sections(), "comparators", comparators());

    private ConditionDefinitions() {}

    private static Map<String, Object> sections() {
        Map<String, Object> sections = new LinkedHashMap<>();
        for (Section section : Section.values()) {
            sections.put(section.wire(), Map.of("description", section.description()));
        }
        return sections;
    }

    private static Map<String, Object> comparators() {
        Map<String, Object> comparators = new LinkedHashMap<>();
        for (Comparator comparator : Comparator.values()) {
            comparators.put(comparator.wire(), Map.of("description", comparator.description()));
        }
        return comparators;
    }
}
