package org.symbolon.api.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.api.kernel.WireText;

/**
 * Reads one of Python's literals into plain Java values: texts, lists, tuples (as lists) and dictionaries of them, True,
 * False and None. Numbers stay texts, for parameters take those.
 */
public final class PythonReader {

    private static final int DEEPEST = 20;
    private static final String ESCAPED = "nrtabfv0\\'\"";
    private static final String MEANT = "\n\r\t\u0007\b\f\u000b\0\\'\"";

    /** It is no literal. */
    private static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private Malformed() {
            super(null, null, false, false);
        }
    }

    private final String text;
    private int at;
    private int depth;

    private PythonReader(String text) {
        this.text = text;
    }

    /** Empty if the text is not one whole literal, or is None. */
    public static Optional<Object> read(String text) {
        try {
            PythonReader reader = new PythonReader(text);
            Object value = reader.value();
            reader.skipBlanks();
            return reader.at < text.length() ? Optional.empty() : Optional.ofNullable(value);
        } catch (Malformed malformed) {
            return Optional.empty();
        }
    }

    private Object value() {
        skipBlanks();
        char first = peek();
        return switch (first) {
            case '[' -> members(']');
            case '(' -> members(')');
            case '{' -> dictionary();
            case '\'', '"' -> quoted(next());
            default -> word();
        };
    }

    private List<Object> members(char end) {
        deeper();
        List<Object> members = new ArrayList<>();
        next();
        while (!ends(end)) {
            members.add(value());
            separator(end);
        }
        depth--;
        return members;
    }

    private Map<String, Object> dictionary() {
        deeper();
        Map<String, Object> entries = new LinkedHashMap<>();
        next();
        while (!ends('}')) {
            Object key = value();
            skipBlanks();
            if (!(key instanceof String name) || next() != ':') {
                throw new Malformed();
            }
            entries.put(name, value());
            separator('}');
        }
        depth--;
        return entries;
    }

    private void deeper() {
        depth++;
        if (depth > DEEPEST) {
            throw new Malformed();
        }
    }

    private boolean ends(char end) {
        skipBlanks();
        if (peek() != end) {
            return false;
        }
        at++;
        return true;
    }

    /** A comma, which the last member need not have. */
    private void separator(char end) {
        skipBlanks();
        if (peek() == ',') {
            at++;
        } else if (peek() != end) {
            throw new Malformed();
        }
    }

    private String quoted(char quote) {
        StringBuilder quoted = new StringBuilder();
        for (char unit = next(); unit != quote; unit = next()) {
            quoted.append(unit == '\\' ? escaped() : unit);
        }
        return WireText.checked(quoted.toString());
    }

    private char escaped() {
        char letter = next();
        if (letter == 'x' || letter == 'u') {
            return hexadecimal(letter == 'x' ? 2 : 4);
        }
        int index = ESCAPED.indexOf(letter);
        if (index < 0) {
            throw new Malformed();
        }
        return MEANT.charAt(index);
    }

    private char hexadecimal(int digits) {
        int code = 0;
        for (int digit = 0; digit < digits; digit++) {
            int value = Character.digit(next(), 16);
            if (value < 0) {
                throw new Malformed();
            }
            code = code * 16 + value;
        }
        return (char) code;
    }

    private Object word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "" -> throw new Malformed();
            case "None" -> null;
            case "True" -> true;
            case "False" -> false;
            default -> word;
        };
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private char peek() {
        if (at == text.length()) {
            throw new Malformed();
        }
        return text.charAt(at);
    }

    private char next() {
        char unit = peek();
        at++;
        return unit;
    }
}
