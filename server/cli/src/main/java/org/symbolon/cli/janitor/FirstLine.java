package org.symbolon.cli.janitor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.events.shared.Secret;

/** The secret that the first line of a file is. On the command line every user of the machine could read it. */
final class FirstLine {

    private FirstLine() {}

    static Secret of(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return Secret.of(lines.findFirst().orElse("").strip());
        } catch (IOException | UncheckedIOException unreadable) {
            throw new CommandFailedException("%s cannot be read".formatted(file));
        }
    }
}
