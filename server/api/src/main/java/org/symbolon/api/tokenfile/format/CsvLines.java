package org.symbolon.api.tokenfile.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The lines of a file with columns between commas, without blanks around them; comments and empty lines are left out. */
final class CsvLines {

    /** Lists of TANs are long. */
    private static final int LONGEST = 64 << 10;

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
    static void read(FileText text, Consumer<Line> reader) {
        try (BufferedReader input = text.open()) {
            int number = 1;
            for (Optional<String> line = next(input, number); line.isPresent(); line = next(input, number)) {
                if (!line.get().isBlank() && !line.get().stripLeading().startsWith("#")) {
                    reader.accept(new Line(place(number), columns(line.get())));
                }
                number++;
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The first line, empty if there is none. */
    static String first(FileText text) {
        try (BufferedReader input = text.open()) {
            return next(input, 1).orElse("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The next line, within its bound, which {@link BufferedReader#readLine} has not. */
    private static Optional<String> next(Reader input, int number) throws IOException {
        StringBuilder line = new StringBuilder();
        int unit = input.read();
        if (unit < 0) {
            return Optional.empty();
        }
        while (unit >= 0 && unit != '\n' && unit != '\r') {
            line.append((char) unit);
            if (line.length() > LONGEST) {
                throw FileFault.at(place(number), "there are more than " + LONGEST + " characters");
            }
            unit = input.read();
        }
        if (unit == '\r') {
            passLineFeed(input);
        }
        return Optional.of(line.toString());
    }

    private static void passLineFeed(Reader input) throws IOException {
        input.mark(1);
        if (input.read() != '\n') {
            input.reset();
        }
    }

    private static String place(int number) {
        return "line " + number;
    }

    private static List<String> columns(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }
}
