package org.symbolon.api.tokenfile.format;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

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

    /** Hands over one line after the other, so that no two are in memory at once. */
    static void read(String text, Consumer<Line> reader) {
        int number = 0;
        for (Iterator<String> lines = text.lines().iterator(); lines.hasNext(); ) {
            String line = lines.next();
            number++;
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                reader.accept(new Line("line " + number, columns(line)));
            }
        }
    }

    private static List<String> columns(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }
}
