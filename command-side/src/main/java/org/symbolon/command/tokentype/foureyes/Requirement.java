package org.symbolon.command.tokentype.foureyes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.shared.Limits;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Of which realms how many tokens are needed.
 *
 * @param counts by realm, in lower case
 */
record Requirement(SortedMap<String, Integer> counts) {

    /** More could not be remembered from one answer to the next. */
    static final int MOST_TOKENS = 8;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Requirement {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }

    /**
     * Reads {@code realm1:2,realm2:1}, or an object of realms with {@code {"selected": true, "count": 2}}.
     *
     * @throws Refusal 905 if it says of no realm how many
     */
    static Requirement read(String text) {
        SortedMap<String, Integer> counts = text.strip().startsWith("{") ? object(text) : pairs(text);
        int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
        if (counts.isEmpty() || sum > MOST_TOKENS) {
            throw malformed();
        }
        return new Requirement(counts);
    }

    private static SortedMap<String, Integer> pairs(String text) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (String pair : text.split(",", 0)) {
            int colon = pair.lastIndexOf(':');
            if (colon < 1) {
                throw malformed();
            }
            put(counts, pair.substring(0, colon), pair.substring(colon + 1));
        }
        return counts;
    }

    /** What is not selected is not needed. */
    private static SortedMap<String, Integer> object(String text) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> realm : parsed(text).properties()) {
            JsonNode said = realm.getValue();
            if (said.path("selected").asBoolean(true)) {
                put(counts, realm.getKey(), said.path("count").asString("1"));
            }
        }
        return counts;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException unreadable) {
            throw malformed();
        }
    }

    private static void put(SortedMap<String, Integer> counts, String realm, String count) {
        String name = Limits.check(FourEyesType.NAME, realm.strip().toLowerCase(Locale.ROOT), Limits.REALM_NAME);
        boolean sound =
                !name.isEmpty() && name.indexOf(',') < 0 && count.strip().matches("[1-8]");
        if (!sound || counts.putIfAbsent(name, Integer.valueOf(count.strip())) != null) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return Refusal.parameter("Parameter '" + FourEyesType.NAME + "' must name realms and how many tokens of each,"
                + " from 1 to " + MOST_TOKENS + " in all");
    }

    /** As it is kept and shown. */
    String text() {
        return counts.entrySet().stream()
                .map(realm -> realm.getKey() + ":" + realm.getValue())
                .collect(Collectors.joining(","));
    }

    /** The realms of which there are not enough tokens among these. */
    List<String> missing(Map<String, List<String>> serials) {
        List<String> missing = new ArrayList<>();
        counts.forEach((realm, count) -> {
            if (serials.getOrDefault(realm, List.of()).size() < count) {
                missing.add(realm);
            }
        });
        return missing;
    }
}
