package org.symbolon.store.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The newest checkpoint that a node knows, outside of the database: whoever writes there does not write here. */
final class CheckpointFile {

    private static final String NAME = "stream.checkpoint";

    private final Path file;

    CheckpointFile(Path data) {
        this.file = data.resolve(NAME);
    }

    Path path() {
        return file;
    }

    /** Empty if there is none, or none that can be read. */
    Optional<Checkpoint> read() {
        try {
            return Files.exists(file) ? Checkpoint.parse(Files.readString(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The checkpoint in " + file + " cannot be read", unreadable);
        }
    }

    /** Puts it in the place of the former one, so that there is always one of the two. */
    void write(Checkpoint checkpoint) {
        try {
            Path fresh = Files.writeString(file.resolveSibling(NAME + ".new"), checkpoint.text());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The checkpoint cannot be written to " + file, unwritable);
        }
    }
}
