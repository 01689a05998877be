package org.symbolon.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Base64;
import org.postgresql.util.PasswordUtil;

/**
 * Other users of the machine reach the embedded PostgreSQL's port too, so it asks for a password. Each role has one of its own: random,
 * made once, in a file that only the owner of the data directory can read.
 */
final class PostgresPassword {
    private static final int BYTES = 32;

    private PostgresPassword() {}

    static String in(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new DatabaseException(
                    "the password of the embedded database cannot be read: %s".formatted(FileTrouble.reason(e)), e);
        }
    }

    static String createIn(Path file) {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        write(file, password);
        return password;
    }

    static void write(Path file, String password) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password + System.lineSeparator());
        } catch (IOException e) {
            throw new DatabaseException("%s cannot be written: %s".formatted(file, FileTrouble.reason(e)), e);
        }
    }

    /** What the database keeps of it, and all that it needs to be told: a password that it never saw is in none of its logs. */
    static String verifier(String role, String password) {
        try {
            return PasswordUtil.encodePassword(role, password.toCharArray(), "scram-sha-256");
        } catch (SQLException impossible) {
            throw new IllegalStateException("The driver has no SCRAM", impossible);
        }
    }
}
