package org.symbolon.store.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the text form of PostgreSQL's COPY, a row at a time: fields between tabs, {@code \N} for null, a backslash before what is special. */
final class CopiedRows {

    private static final String NULL = "\\N";

    private final InputStream in;
    private final List<String> columns;

    CopiedRows(InputStream in, List<String> columns) {
        this.in = in;
        this.columns = columns;
    }

    /** The next row, by column, without those that are null; empty after the last. */
    Optional<Map<String, String>> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int one = in.read();
        if (one < 0) {
            return Optional.empty();
        }
        while (one >= 0 && one != '\n') {
            line.write(one);
            one = in.read();
        }
        return Optional.of(row(line.toString(StandardCharsets.UTF_8)));
    }

    private Map<String, String> row(String line) throws IOException {
        String[] fields = line.split("\t", -1);
        if (fields.length != columns.size()) {
            throw new IOException("a row has %d fields instead of %d".formatted(fields.length, columns.size()));
        }
        Map<String, String> row = new HashMap<>();
        for (int index = 0; index < fields.length; index++) {
            if (!fields[index].equals(NULL)) {
                row.put(columns.get(index), plain(fields[index]));
            }
        }
        return row;
    }

    private static String plain(String field) {
        if (field.indexOf('\\') < 0) {
            return field;
        }
        StringBuilder text = new StringBuilder(field.length());
        for (int index = 0; index < field.length(); index++) {
            char one = field.charAt(index);
            if (one == '\\' && index + 1 < field.length()) {
                index++;
                text.append(meant(field.charAt(index)));
            } else {
                text.append(one);
            }
        }
        return text.toString();
    }

    private static char meant(char escaped) {
        return switch (escaped) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000b';
            default -> escaped;
        };
    }
}
