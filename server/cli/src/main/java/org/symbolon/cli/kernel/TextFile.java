package org.symbolon.cli.kernel;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that commands read and write, with what goes wrong said in a line. */
public final class TextFile {

    /** What a server takes of a file as well. */
    private static final int MOST_BYTES = 4 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /** A file of whoever gives the command. */
    public static String read(Caller caller, Path file) {
        try {
            String text = caller.text(file, MOST_BYTES);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (IOException e) {
            throw fault(file, MOST_BYTES, e);
        }
    }

    /** Why one could not be read, as its reader is told. */
    public static CommandFailedException fault(Path file, int mostBytes, IOException reason) {
        if (reason instanceof NoSuchFileException) {
            return new CommandFailedException("there is no file %s".formatted(file));
        }
        if (reason instanceof CharacterCodingException) {
            return new CommandFailedException("%s is no text in UTF-8".formatted(file));
        }
        if (reason instanceof Caller.TooLargeException) {
            return new CommandFailedException("%s is larger than %d MB".formatted(file, mostBytes >> 20));
        }
        return new CommandFailedException("%s cannot be read: %s".formatted(file, reason.getMessage()));
    }

    public static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CommandFailedException("%s cannot be written: %s".formatted(file, e.getMessage()));
        }
    }
}
