package org.symbolon.events.token.upcast;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads what a type kept while that still lay as text among what people write. These names are those of the four types of
 * that time; another type was never stored so.
 */
final class LearnedV1 {

    private static final Set<String> NAMES = Set.of(
            "hashlib",
            "timeStep",
            "timeWindow",
            "timeShift",
            "useTimeShift",
            "otp1c",
            "dueDate",
            "2step_clientsize",
            "2step_difficulty");
    private static final Set<String> NUMBERS =
            Set.of("timeStep", "timeWindow", "otp1c", "dueDate", "2step_clientsize", "2step_difficulty");
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,17}");

    private LearnedV1() {}

    static boolean isOfType(String name) {
        return NAMES.contains(name);
    }

    /** What was text becomes a number where it is one; what is null stays so. */
    static Map<String, Object> entries(Object learned) {
        Map<String, Object> entries = new TreeMap<>();
        if (learned instanceof Map<?, ?> texts) {
            texts.forEach((name, text) -> entries.put(name.toString(), value(name.toString(), text)));
        }
        return entries;
    }

    private static Object value(String name, Object text) {
        return text != null
                        && NUMBERS.contains(name)
                        && NUMBER.matcher(text.toString()).matches()
                ? Long.valueOf(text.toString())
                : text;
    }

    static Map<String, Object> change(Object counter, Object learned) {
        Map<String, Object> change = new LinkedHashMap<>();
        if (counter != null) {
            change.put("counter", counter);
        }
        change.put("entries", entries(learned));
        return change;
    }
}
