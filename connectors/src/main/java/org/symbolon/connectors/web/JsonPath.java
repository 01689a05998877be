package org.symbolon.connectors.web;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds values in answers by paths such as {@code name.givenName} and {@code emails[0].value}. */
final class JsonPath {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,6})\\]");
    private static final Pattern TAG = Pattern.compile("\\{([^{}]+)\\}");

    private JsonPath() {}

    /** What stands there; a missing node if nothing does. A field of just this name goes before a path. */
    static JsonNode find(JsonNode answer, String path) {
        if (answer.has(path)) {
            return answer.get(path);
        }
        JsonNode found = answer;
        Matcher steps = STEP.matcher(path);
        while (steps.find()) {
            found = steps.group(1) == null ? found.path(Integer.parseInt(steps.group(2))) : found.path(steps.group(1));
        }
        return found;
    }

    /** Whether it leads further than to a field. */
    static boolean isNested(String path) {
        return path.contains(".") || path.contains("[");
    }

    /** The field that it begins with. */
    static String beginning(String path) {
        return path.split("[.\\[]", 2)[0];
    }

    /** Writes a value there; an empty one takes away what stands there in a list. What must be on the way is made. */
    static void put(ObjectNode object, String path, JsonNode value) {
        List<String> steps =
                STEP.matcher(path).results().map(MatchResult::group).toList();
        JsonNode place = object;
        for (int index = 0; index < steps.size() - 1; index++) {
            JsonNode next = child(place, steps.get(index));
            if (!next.isContainer()) {
                next = isIndex(steps.get(index + 1))
                        ? WebParameters.JSON.createArrayNode()
                        : WebParameters.JSON.createObjectNode();
                set(place, steps.get(index), next);
            }
            place = next;
        }
        set(place, steps.get(steps.size() - 1), value);
    }

    private static boolean isIndex(String step) {
        return step.startsWith("[");
    }

    private static int index(String step) {
        return Integer.parseInt(step.substring(1, step.length() - 1));
    }

    private static JsonNode child(JsonNode place, String step) {
        return isIndex(step) ? place.path(index(step)) : place.path(step);
    }

    private static void set(JsonNode place, String step, JsonNode value) {
        if (place instanceof ObjectNode object && !isIndex(step)) {
            object.set(step, value);
        } else if (place instanceof ArrayNode array && isIndex(step)) {
            boolean there = index(step) < array.size();
            boolean empty = WebParameters.text(value).isEmpty();
            if (there && empty) {
                array.remove(index(step));
            } else if (there) {
                array.set(index(step), value);
            } else if (!empty) {
                array.add(value);
            }
        }
    }

    /** What templates make of an answer, by their names; the answer itself if there are none. */
    static JsonNode mapped(JsonNode answer, Map<String, String> templates) {
        if (templates.isEmpty()) {
            return answer;
        }
        ObjectNode mapped = WebParameters.JSON.createObjectNode();
        templates.forEach((name, template) -> {
            JsonNode value = value(answer, template);
            if (!value.isMissingNode()) {
                mapped.set(name, value);
            }
        });
        return mapped;
    }

    /** One path in braces keeps the type of what it finds, and is missing where nothing is; all else makes a text. */
    private static JsonNode value(JsonNode answer, String template) {
        Matcher whole = TAG.matcher(template);
        if (whole.matches()) {
            return find(answer, whole.group(1));
        }
        return WebParameters.JSON
                .getNodeFactory()
                .stringNode(TAG.matcher(template)
                        .replaceAll(
                                found -> Matcher.quoteReplacement(WebParameters.text(find(answer, found.group(1))))));
    }
}
