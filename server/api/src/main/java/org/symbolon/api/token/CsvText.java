package org.symbolon.api.token;

import java.util.List;

/** Values as eduMFA prints them in CSV, made safe: no field can end its line or its quotes. */
final class CsvText {

    private CsvText() {}

    static String of(Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "True" : "False";
        }
        String text = value instanceof List<?> list
                ? String.join(" ", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
        return text.replace("'", "''").replace('\n', ' ').replace('\r', ' ');
    }
}
