package org.symbolon.connectors.passwd;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.files.StoreFiles;

/** What one reading of the file found, with the marks by which a later change of the file shows. */
record PasswdReading(FileTime modified, long size, PasswdUsers users) {

    static PasswdReading of(Path file, StoreFiles files) {
        try {
            files.requireReadable(file);
            BasicFileAttributes marks = marks(file);
            PasswdUsers users = PasswdUsers.parse(Files.readAllLines(file));
            return new PasswdReading(marks.lastModifiedTime(), marks.size(), users);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw unavailable(file, unreadable);
        }
    }

    boolean isCurrent(Path file) {
        try {
            BasicFileAttributes marks = marks(file);
            return marks.size() == size && marks.lastModifiedTime().equals(modified);
        } catch (IOException unreadable) {
            throw unavailable(file, unreadable);
        }
    }

    private static BasicFileAttributes marks(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class);
    }

    private static UserStoreUnavailableException unavailable(Path file, Exception cause) {
        return new UserStoreUnavailableException(
                "The passwd file %s cannot be read: %s".formatted(file, reason(cause)), cause);
    }

    private static String reason(Exception cause) {
        if (cause instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (cause instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (cause instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        return cause instanceof FileSystemException refused && refused.getReason() != null
                ? refused.getReason()
                : cause.getMessage();
    }
}
