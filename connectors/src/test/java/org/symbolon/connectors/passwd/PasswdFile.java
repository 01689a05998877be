package org.symbolon.connectors.passwd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** A passwd file that tests write; every writing gets a later modification time, however fast the test is. */
final class PasswdFile {

    static final String ADA =
            "ada:$1$symsalt0$BAbTOW23FOpQ4TySdLHbz0:1001:1001:Ada Lovelace,room 7,+44 151 1,+44 20 2,ada@example.org:/:/sh";
    static final String BEN = "Ben:abpbCocLh43.I:1002:1002:Ben Britten:/home/ben:/bin/sh";
    static final String ROOT = "root:x:0:0:root:/root:/bin/bash";

    private final Path path;
    private Instant modified = Instant.parse("2026-01-01T00:00:00Z");

    PasswdFile(Path directory, String... lines) {
        this.path = directory.resolve("passwd");
        write(lines);
    }

    Path path() {
        return path;
    }

    void write(String... lines) {
        modified = modified.plusMillis(1);
        writeUnnoticed(lines);
    }

    void writeUnnoticed(String... lines) {
        try {
            Files.writeString(path, String.join("\n", lines) + "\n");
            Files.setLastModifiedTime(path, FileTime.from(modified));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void delete() {
        try {
            Files.delete(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
