package org.symbolon.cli.janitor;

import java.util.List;
import java.util.stream.Collectors;

/** A line of values in single quotes, as eduMFA's janitor writes them; a quote within a value is doubled. */
final class CsvLine {

    private CsvLine() {}

    static String of(List<String> values) {
        return values.stream()
                .map(value -> "'" + value.replace("'", "''").replaceAll("\\R", " ") + "'")
                .collect(Collectors.joining(","));
    }
}
