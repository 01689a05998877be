package org.symbolon.api.policy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes plain Java values as Python's literals: the form in which files keep policies and the audit shows parameters. */
final class PythonText {

    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    /** Members that are written in round brackets. */
    record Tuple(List<?> members) {}

    private PythonText() {}

    static String of(Object value) {
        if (value == null) {
            return "None";
        }
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        if (value instanceof List<?> list) {
            return joined("[", list, "]");
        }
        if (value instanceof Tuple tuple) {
            return joined("(", tuple.members(), ")");
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + ": " + of(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value instanceof Number ? value.toString() : quoted(value.toString());
    }

    private static String joined(String begin, List<?> members, String end) {
        return members.stream().map(PythonText::of).collect(Collectors.joining(", ", begin, end));
    }

    private static String quoted(String text) {
        char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
        StringBuilder quoted = new StringBuilder().append(quote);
        for (int index = 0; index < text.length(); index++) {
            append(quoted, text.charAt(index), quote);
        }
        return quoted.append(quote).toString();
    }

    private static void append(StringBuilder quoted, char unit, char quote) {
        switch (unit) {
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            case '\\' -> quoted.append("\\\\");
            default -> appendPlain(quoted, unit, quote);
        }
    }

    private static void appendPlain(StringBuilder quoted, char unit, char quote) {
        if (unit == quote) {
            quoted.append('\\').append(unit);
        } else if (unit < FIRST_PRINTABLE || unit == DELETE) {
            quoted.append("\\x%02x".formatted((int) unit));
        } else {
            quoted.append(unit);
        }
    }
}
