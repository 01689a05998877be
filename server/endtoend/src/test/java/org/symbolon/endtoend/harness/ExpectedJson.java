package org.symbolon.endtoend.harness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON value that a test expects, in JSON with single or double quotes. It must be met exactly, no key more or less;
 * where a value differs from run to run, a text stands for it: {@code "<int>"} for any whole number, {@code "<number>"} for
 * any number, and {@code "~..."} for a text that a regular expression describes.
 */
public final class ExpectedJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();
    private static final String WHOLE_NUMBER = "<int>";
    private static final String NUMBER = "<number>";
    private static final String PATTERN = "~";

    private final Object expected;

    private ExpectedJson(Object expected) {
        this.expected = expected;
    }

    public static ExpectedJson of(String json) {
        return new ExpectedJson(parse(json));
    }

    public static Object parse(String json) {
        return MAPPER.readValue(json, Object.class);
    }

    public static String written(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The object, with what the other object has put over it. */
    public static String overlaid(String json, String other) {
        Map<Object, Object> merged = new LinkedHashMap<>((Map<?, ?>) parse(json));
        merged.putAll((Map<?, ?>) parse(other));
        return written(merged);
    }

    /** What an object of an answer has under this key. */
    public static Object entry(Object object, String key) {
        return ((Map<?, ?>) object).get(key);
    }

    /** Where the actual value is not as expected; empty if it is. */
    public List<String> differences(Object actual) {
        List<String> differences = new ArrayList<>();
        compare("", expected, actual, differences);
        return differences;
    }

    private static void compare(String path, Object expected, Object actual, List<String> differences) {
        if (expected instanceof Map<?, ?> map && actual instanceof Map<?, ?> other) {
            TreeSet<Object> keys = new TreeSet<>(map.keySet());
            keys.addAll(other.keySet());
            keys.forEach(key -> compareEntry(path, key, map, other, differences));
        } else if (expected instanceof List<?> list && actual instanceof List<?> other && list.size() == other.size()) {
            for (int index = 0; index < list.size(); index++) {
                compare(path + "[" + index + "]", list.get(index), other.get(index), differences);
            }
        } else if (!fits(expected, actual)) {
            differences.add(path + ": expected " + written(expected) + " but was " + written(actual));
        }
    }

    private static void compareEntry(
            String path, Object key, Map<?, ?> expected, Map<?, ?> actual, List<String> differences) {
        String inner = path + "." + key;
        if (!actual.containsKey(key)) {
            differences.add(inner + ": is missing");
        } else if (!expected.containsKey(key)) {
            differences.add(inner + ": is not expected, but there with " + written(actual.get(key)));
        } else {
            compare(inner, expected.get(key), actual.get(key), differences);
        }
    }

    private static boolean fits(Object expected, Object actual) {
        if (WHOLE_NUMBER.equals(expected)) {
            return actual instanceof Integer || actual instanceof Long;
        }
        if (NUMBER.equals(expected)) {
            return actual instanceof Number;
        }
        if (expected instanceof String text && text.startsWith(PATTERN)) {
            return actual instanceof String found && found.matches(text.substring(PATTERN.length()));
        }
        return Objects.equals(expected, actual);
    }
}
