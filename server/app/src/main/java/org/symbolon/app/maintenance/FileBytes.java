package org.symbolon.app.maintenance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.symbolon.api.kernel.spool.StoredBytes;

/** The bytes of a file, which must stay as it is while they are read. */
record FileBytes(Path file, long length) implements StoredBytes {

    static FileBytes of(Path file) {
        try {
            return new FileBytes(file, Files.size(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public InputStream from(long offset) {
        try {
            InputStream input = Files.newInputStream(file);
            input.skipNBytes(Math.min(offset, length));
            return input;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
