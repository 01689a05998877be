package org.symbolon.store.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Says in words for a person why a file could not be used: Java's own messages are often nothing but its name. */
public final class FileTrouble {

    private FileTrouble() {}

    /** The reason, with the file that it was about, as the end of a sentence. */
    public static String reason(IOException failure) {
        if (failure instanceof FileSystemException about && about.getFile() != null) {
            return "%s (%s)".formatted(word(about), about.getFile());
        }
        return Objects.requireNonNullElse(failure.getMessage(), "input or output failed");
    }

    private static String word(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "there is a file of that name";
        }
        return Objects.requireNonNullElse(failure.getReason(), "input or output failed");
    }
}
