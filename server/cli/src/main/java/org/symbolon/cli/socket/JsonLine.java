package org.symbolon.cli.socket;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes and reads the lines that client and server exchange. A JSON library would take longer to load than all else that the client
 * does, and of JSON there is one object with one field here.
 */
final class JsonLine {

    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private JsonLine() {}

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

    /** The value of the one field of an object, if the line is such an object and the field is called so; null otherwise. */
    static String value(String line, String field) {
        String begin = "{\"" + field + "\":";
        if (!line.startsWith(begin) || !line.endsWith("}")) {
            return null;
        }
        String value = line.substring(begin.length(), line.length() - 1);
        return value.startsWith("\"") ? unescaped(value.substring(1, value.length() - 1)) : value;
    }

    private static String unescaped(String json) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < json.length()) {
            char unit = json.charAt(at);
            if (unit != '\\') {
                text.append(unit);
                at++;
            } else if (json.charAt(at + 1) == 'u') {
                text.append((char) Integer.parseInt(json.substring(at + 2, at + 6), 16));
                at += 6;
            } else {
                text.append(MEANT.charAt(ESCAPED.indexOf(json.charAt(at + 1))));
                at += 2;
            }
        }
        return text.toString();
    }
}
