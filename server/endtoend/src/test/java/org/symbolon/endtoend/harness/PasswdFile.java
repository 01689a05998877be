package org.symbolon.endtoend.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.Sha2Crypt;

/** Users for a resolver: {@code user0}, {@code user1} and so on, all with the one password. */
public final class PasswdFile {

    public static final String PASSWORD = "Passwd-Secret-9";

    /** The fewest rounds there are: tests log in often. */
    private static final String HASH =
            Sha2Crypt.sha256Crypt(PASSWORD.getBytes(StandardCharsets.UTF_8), "$5$rounds=1000$passwdfile$");

    private PasswdFile() {}

    public static Path write(Path folder, int users) {
        String lines = IntStream.range(0, users)
                .mapToObj(number -> "user%1$d:%2$s:%3$d:%3$d:Given%1$d Sur%1$d,,,,user%1$d@example.org:/home:/bin/sh\n"
                        .formatted(number, HASH, 1000 + number))
                .reduce("", String::concat);
        try {
            return Files.writeString(folder.resolve("passwd"), lines);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
