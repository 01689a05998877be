package org.symbolon.api.history;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.symbolon.query.history.Difference;

/** What the fields of one kind of things are called on the wire, where that is not our word with underscores. */
final class FieldNames {

    private static final String HIDDEN = "-";

    private final Map<String, String> names;
    private final Map<String, UnaryOperator<Object>> forms;

    private FieldNames(Map<String, String> names, Map<String, UnaryOperator<Object>> forms) {
        this.names = names;
        this.forms = forms;
    }

    /** Reads pairs of our word and the wire's, as in "number id, entries data"; a hyphen stands for what is not shown. */
    static FieldNames parse(String pairs) {
        Map<String, String> names = new HashMap<>();
        for (String pair : pairs.split(",", -1)) {
            int blank = pair.strip().indexOf(' ');
            if (blank > 0) {
                names.put(pair.strip().substring(0, blank), pair.strip().substring(blank + 1));
            }
        }
        return new FieldNames(names, Map.of());
    }

    /** Where the values of one of our fields have another form on the wire. */
    FieldNames with(String field, UnaryOperator<Object> form) {
        Map<String, UnaryOperator<Object>> more = new HashMap<>(forms);
        more.put(field, form);
        return new FieldNames(names, more);
    }

    /** Old and new value of each field, by its name on the wire. */
    Map<String, Object> json(Map<String, Difference> differences) {
        Map<String, Object> json = new TreeMap<>();
        differences.forEach((field, difference) -> {
            String name = names.getOrDefault(field, underscored(field));
            if (!name.equals(HIDDEN)) {
                Map<String, Object> values = new LinkedHashMap<>();
                values.put("old", value(field, difference.before()));
                values.put("new", value(field, difference.after()));
                json.put(name, values);
            }
        });
        return json;
    }

    private Object value(String field, Object value) {
        return value == null ? null : forms.getOrDefault(field, same -> same).apply(value);
    }

    private static String underscored(String field) {
        return field.replaceAll("(\\p{Upper})", "_$1").toLowerCase(Locale.ROOT);
    }
}
