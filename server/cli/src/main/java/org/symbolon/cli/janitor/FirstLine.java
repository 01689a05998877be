package org.symbolon.cli.janitor;

import java.io.IOException;
import java.nio.file.Path;
import org.symbolon.cli.kernel.Caller;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.events.shared.Secret;

/** The secret that the first line of a file is. On the command line every user of the machine could read it. */
final class FirstLine {

    private static final int MOST_BYTES = 64 << 10;

    private FirstLine() {}

    static Secret of(Caller caller, Path file) {
        try {
            return Secret.of(
                    caller.text(file, MOST_BYTES).lines().findFirst().orElse("").strip());
        } catch (IOException unreadable) {
            throw new CommandFailedException("%s cannot be read".formatted(file));
        }
    }
}
