package org.symbolon.cli.kernel;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that commands read and write, with what goes wrong said in a line. */
public final class TextFile {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    public static String read(Path file) {
        try {
            String text = Files.readString(file);
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw new CommandFailedException("there is no file %s".formatted(file));
        } catch (CharacterCodingException e) {
            throw new CommandFailedException("%s is no text in UTF-8".formatted(file));
        } catch (IOException e) {
            throw new CommandFailedException("%s cannot be read: %s".formatted(file, e.getMessage()));
        }
    }

    public static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CommandFailedException("%s cannot be written: %s".formatted(file, e.getMessage()));
        }
    }
}
