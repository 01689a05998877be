package org.symbolon.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Other users of the machine reach the embedded PostgreSQL's port too, so it asks for a password. It is random, made
 * once, and lies in a file that only the owner of the data directory can read.
 */
final class PostgresPassword {
    private static final int BYTES = 32;

    private PostgresPassword() {}

    static String of(DataDirectory directory) {
        try {
            return Files.readString(directory.passwordFile()).strip();
        } catch (IOException e) {
            throw new DatabaseException(
                    "the password of the embedded database cannot be read from %s".formatted(directory.passwordFile()),
                    e);
        }
    }

    static String createIn(DataDirectory directory) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            Files.deleteIfExists(directory.passwordFile());
            writePrivately(directory.passwordFile(), password);
        } catch (IOException e) {
            throw new DatabaseException("%s cannot be written: %s".formatted(directory.passwordFile(), e), e);
        }
        return password;
    }

    static void writePrivately(Path file, String content) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content + System.lineSeparator());
    }
}
