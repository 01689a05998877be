package org.symbolon.api.tokenfile.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a file with columns between commas, without blanks around them; comments and empty lines are left out. */
final class CsvLines {

    /** One line. */
    record Line(String place, List<String> columns) {

        /** The column, empty if the line has not so many. */
        String column(int number) {
            return number < columns.size() ? columns.get(number) : "";
        }

        /** The line without its first columns. */
        Line without(int first) {
            return new Line(place, columns.subList(Math.min(first, columns.size()), columns.size()));
        }
    }

    private CsvLines() {}

    static List<Line> of(String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                List<String> columns =
                        Arrays.stream(line.split(",", -1)).map(String::strip).toList();
                lines.add(new Line("line " + number, columns));
            }
        }
        return lines;
    }
}
