package org.symbolon.endtoend.effect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What came outside of the effects of tests, from all nodes: a file to which each adds lines. */
public record Notes(Path folder) {

    static final String PROPERTY = "symbolon.test.notes";
    static final String VARIABLE = "SYMBOLON_TEST_NOTES";

    /** Which effect came, and from which node. */
    record Sent(String effectId, String node) {}

    /** What a server is started with so that it knows these effects. */
    public static String inFolder(Path folder) {
        return "--" + PROPERTY + "=" + folder;
    }

    List<Sent> sent() {
        try {
            if (!Files.exists(file())) {
                return List.of();
            }
            return Files.readAllLines(file()).stream()
                    .map(line -> line.split(" ", 2))
                    .map(parts -> new Sent(parts[0], parts[1]))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    List<String> ids() {
        return sent().stream().map(Sent::effectId).toList();
    }

    Path file() {
        return folder.resolve("sent");
    }
}
