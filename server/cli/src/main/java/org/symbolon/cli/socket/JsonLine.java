package org.symbolon.cli.socket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes and reads the lines that client and server exchange. A JSON library would take longer to load than all else that the client
 * does, and what the server sends is an object of texts and numbers, without blanks. Here as in all that the client needs stand no
 * lambdas, streams, formats and sums of texts: the Java machine makes the first of each in a time in which a command is done.
 */
final class JsonLine {

    private static final String ESCAPED = "\"\\/bfnrt";
    private static final String MEANT = "\"\\/\b\f\n\r\t";

    private final String json;
    private int at;

    private JsonLine(String json) {
        this.json = json;
    }

    /** As a text of JSON. */
    static void write(String text, StringBuilder json) {
        json.append('"');
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit == '"' || unit == '\\') {
                json.append('\\').append(unit);
            } else if (unit < ' ') {
                json.append("\\u00").append(unit < 16 ? '0' : '1').append(Character.forDigit(unit % 16, 16));
            } else {
                json.append(unit);
            }
        }
        json.append('"');
    }

    /** As a list of texts. */
    static void write(List<String> texts, StringBuilder json) {
        char before = '[';
        for (String text : texts) {
            json.append(before);
            write(text, json);
            before = ',';
        }
        json.append(texts.isEmpty() ? "[]" : "]");
    }

    /** An object with one field. */
    static String of(String field, String text) {
        StringBuilder json = new StringBuilder("{");
        write(field, json);
        json.append(':');
        write(text, json);
        return json.append("}\n").toString();
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
