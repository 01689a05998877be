package org.symbolon.endtoend.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.symbolon.endtoend.harness.Answer;
import org.symbolon.endtoend.harness.ApiClient;

/** What came outside of the effects of tests, from all nodes: a file to which each adds lines. */
public record Notes(Path folder) {

    static final String PROPERTY = "symbolon.test.notes";

    /** As {@link #inFolder}, for a server that is a process. */
    public static final String VARIABLE = "SYMBOLON_TEST_NOTES";

    /** Which effect came, and from which node. */
    public record Sent(String effectId, String node) {}

    /** What a server is started with so that it knows these effects. */
    public static String inFolder(Path folder) {
        return "--" + PROPERTY + "=" + folder;
    }

    public List<Sent> sent() {
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

    public List<String> ids() {
        return sent().stream().map(Sent::effectId).toList();
    }

    /** What was sent of these. */
    public List<Sent> sentOf(Collection<String> effectIds) {
        Set<String> wanted = Set.copyOf(effectIds);
        return sent().stream().filter(sent -> wanted.contains(sent.effectId())).toList();
    }

    /** Has a node plan effects, which are named. */
    public static List<String> plan(ApiClient node, String kind, String how, int count) {
        Answer answer = node.post("/test/notes", "kind", kind, "how", how, "count", Integer.toString(count));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return ((List<?>) answer.value()).stream().map(String.class::cast).toList();
    }

    Path file() {
        return folder.resolve("sent");
    }
}
