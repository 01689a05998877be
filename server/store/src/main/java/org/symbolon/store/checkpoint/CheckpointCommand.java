package org.symbolon.store.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program that gets each checkpoint on its standard input, to keep it where nobody comes who comes to the database: {@code logger}
 * for syslog, one that prints, mails or writes to another machine. It is not waited for longer than a few seconds.
 */
public final class CheckpointCommand {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointCommand.class);
    private static final int SECONDS = 10;

    private final List<String> words;

    /** The program and its arguments, divided by blanks; nothing for none. */
    public CheckpointCommand(String line) {
        this.words = line.isBlank() ? List.of() : List.of(line.strip().split("\\s+"));
    }

    void tell(String text) {
        if (words.isEmpty()) {
            return;
        }
        try {
            Process process = new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream input = process.getOutputStream()) {
                input.write(text.getBytes(StandardCharsets.UTF_8));
            }
            await(process);
        } catch (IOException failed) {
            LOG.warn("The command {} could not be told of a checkpoint: {}", words.get(0), failed.getMessage());
        }
    }

    private void await(Process process) {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                LOG.warn("The command {} took more than {} s for a checkpoint", words.get(0), SECONDS);
            } else if (process.exitValue() != 0) {
                LOG.warn("The command {} ended with {} at a checkpoint", words.get(0), process.exitValue());
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
