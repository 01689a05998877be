package org.symbolon.policy.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Values parted by commas. Double quotes hold commas, a backslash takes a character as it is, blanks behind a comma count for nothing. */
final class QuotedList {

    private final String text;
    private final List<String> values = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private boolean quoted;
    private boolean begun;

    private QuotedList(String text) {
        this.text = text;
    }

    /** Empty if a quote is not closed or the text ends with a backslash. */
    static Optional<List<String>> read(String text) {
        return new QuotedList(text).read();
    }

    private Optional<List<String>> read() {
        for (int index = 0; index < text.length(); index++) {
            char unit = text.charAt(index);
            if (unit == '\\') {
                index++;
                if (index == text.length()) {
                    return Optional.empty();
                }
                append(text.charAt(index));
            } else {
                take(unit);
            }
        }
        values.add(value.toString());
        return quoted ? Optional.empty() : Optional.of(List.copyOf(values));
    }

    private void take(char unit) {
        if (unit == '"' && (quoted || !begun)) {
            quoted = !quoted;
            begun = true;
        } else if (unit == ',' && !quoted) {
            values.add(value.toString());
            value.setLength(0);
            begun = false;
        } else if (begun || unit != ' ') {
            append(unit);
        }
    }

    private void append(char unit) {
        value.append(unit);
        begun = true;
    }
}
