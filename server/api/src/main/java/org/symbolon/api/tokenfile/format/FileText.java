package org.symbolon.api.tokenfile.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.symbolon.api.kernel.spool.StoredBytes;

/** The text of a file, in UTF-8, which is read as often as one likes and need not be in memory. */
public final class FileText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final StoredBytes bytes;

    public FileText(StoredBytes bytes) {
        this.bytes = bytes;
    }

    /** What a short one says. */
    public static FileText of(String text) {
        return new FileText(StoredBytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads it from its begin, a mark of the order of bytes left out. */
    BufferedReader open() {
        BufferedReader reader = new BufferedReader(
                new CheckedText(new InputStreamReader(bytes.from(0), StandardCharsets.UTF_8.newDecoder())));
        skip(reader, true);
        return reader;
    }

    /** The same without blanks before it. */
    BufferedReader openStripped() {
        BufferedReader reader = open();
        boolean wasBlank = true;
        while (wasBlank) {
            wasBlank = skip(reader, false);
        }
        return reader;
    }

    boolean isBlank() {
        try (Reader reader = openStripped()) {
            return reader.read() < 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether the next character was the mark, or a blank, and is passed now. */
    private static boolean skip(BufferedReader reader, boolean mark) {
        try {
            reader.mark(1);
            int unit = reader.read();
            if (unit >= 0 && (mark ? unit == BYTE_ORDER_MARK : Character.isWhitespace(unit))) {
                return true;
            }
            reader.reset();
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
