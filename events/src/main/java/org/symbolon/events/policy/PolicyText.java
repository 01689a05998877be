package org.symbolon.events.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The notation with commas in which policies come from outside and lie in the documented columns. It knows no quotes, so
 * that neither a name nor a value can hold a comma.
 */
public final class PolicyText {

    private static final String BETWEEN = ", ";

    private PolicyText() {}

    /** The parts of a list; an empty text has none. */
    public static List<String> list(String text) {
        return text.isEmpty() ? List.of() : parts(text).toList();
    }

    public static String of(List<String> list) {
        return String.join(BETWEEN, list);
    }

    /** The actions, each name once; an empty text is an action without a name, which nobody ever asks for. */
    public static List<PolicyAction> actions(String text) {
        Map<String, PolicyAction> actions = new LinkedHashMap<>();
        parts(text).map(PolicyText::action).forEach(action -> actions.put(action.name(), action));
        return List.copyOf(actions.values());
    }

    public static String ofActions(List<PolicyAction> actions) {
        return actions.stream()
                .map(action -> action.value() == null ? action.name() : action.name() + "=" + action.value())
                .collect(Collectors.joining(BETWEEN));
    }

    private static PolicyAction action(String part) {
        int equals = part.indexOf('=');
        return equals < 0
                ? new PolicyAction(part, null)
                : new PolicyAction(part.substring(0, equals), part.substring(equals + 1));
    }

    private static Stream<String> parts(String text) {
        return Stream.of(text.split(",", -1)).map(String::strip);
    }
}
