package org.symbolon.cli.socket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes and reads the lines that client and server exchange. A JSON library would take longer to load than all else that the client
 * does, and what the server sends is an object of texts and numbers, without blanks.
 */
final class JsonLine {

    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final String json;
    private int at;

    private JsonLine(String json) {
        this.json = json;
    }

    static String text(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit == '"' || unit == '\\') {
                json.append('\\').append(unit);
            } else if (unit < ' ') {
                json.append("\\u%04x".formatted((int) unit));
            } else {
                json.append(unit);
            }
        }
        return json.append('"').toString();
    }

    static String texts(List<String> texts) {
        return texts.stream().map(JsonLine::text).collect(Collectors.joining(",", "[", "]"));
    }

    /** The fields of an object; none for what is not such one. */
    static Map<String, String> fields(String line) {
        try {
            return new JsonLine(line).object();
        } catch (IndexOutOfBoundsException | NumberFormatException malformed) {
            return Map.of();
        }
    }

    private Map<String, String> object() {
        Map<String, String> fields = new LinkedHashMap<>();
        boolean more = next() == '{';
        while (more) {
            String name = value();
            more = next() == ':';
            fields.put(name, value());
            more &= next() == ',';
        }
        return json.charAt(at - 1) == '}' && at == json.length() ? fields : Map.of();
    }

    private char next() {
        return json.charAt(at++);
    }

    private String value() {
        return json.charAt(at) == '"' ? string() : number();
    }

    private String number() {
        int begin = at;
        while (",:}".indexOf(json.charAt(at)) < 0) {
            at++;
        }
        return json.substring(begin, at);
    }

    private String string() {
        StringBuilder text = new StringBuilder();
        at++;
        for (char unit = next(); unit != '"'; unit = next()) {
            if (unit != '\\') {
                text.append(unit);
                continue;
            }
            char escaped = next();
            if (escaped == 'u') {
                text.append((char) Integer.parseInt(json.substring(at, at + 4), 16));
                at += 4;
            } else {
                text.append(MEANT.charAt(ESCAPED.indexOf(escaped)));
            }
        }
        return text.toString();
    }
}
