package org.symbolon.cli.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.cli.kernel.OwnCaller;

/** A server gets what the command names, and what such a file names, and nothing else. */
class BelongingsTest {

    private static final String MOST = "1000";

    @TempDir
    private Path folder;

    private String conf;
    private String file;
    private Belongings belongings;

    @BeforeEach
    void write() throws IOException {
        conf = Files.createDirectories(folder.resolve("conf")).toString();
        file = Files.writeString(folder.resolve("conf/a.yaml"), "secret: {file: ../key}\nother: {env: PATH}\n")
                .toString();
        Files.writeString(folder.resolve("conf/b.txt"), "no YAML");
        Files.writeString(folder.resolve("key"), "s3cret");
        Files.writeString(folder.resolve("more"), "private");
        belongings = given("config", "apply", conf);
    }

    private static Belongings given(String... arguments) {
        return new Belongings(new OwnCaller(), List.of(arguments));
    }

    private Optional<String> read(String name) {
        return belongings.answer(Map.of("ask", "read", "name", name, "most", MOST));
    }

    private Optional<String> named(String in, String name) {
        return belongings.answer(Map.of("ask", "named", "in", in, "name", name, "most", MOST));
    }

    private static Optional<String> bytes(String text) {
        String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        return Optional.of("{\"bytes\":\"" + encoded + "\"}\n");
    }

    @Test
    void filesOfADirectoryAreReadOnceTheyWereListed() throws IOException {
        assertThat(read(file)).isEmpty();

        assertThat(belongings.answer(Map.of("ask", "files", "name", conf)))
                .hasValue("{\"files\":[\"" + file + "\"]}\n");
        assertThat(read(file)).isEqualTo(bytes(Files.readString(Path.of(file))));
        assertThat(read(conf + "/b.txt")).isEmpty();
        assertThat(belongings.answer(Map.of("ask", "files", "name", folder.toString())))
                .isEmpty();
    }

    @Test
    void whatAFileNamesIsReadAndNothingBesideIt() {
        assertThat(named(file, "../key")).as("a file that was not handed out").isEmpty();
        assertThat(belongings.answer(Map.of("ask", "environment", "name", "PATH")))
                .isEmpty();

        belongings.answer(Map.of("ask", "files", "name", conf));
        read(file);

        assertThat(named(file, "../key")).isEqualTo(bytes("s3cret"));
        assertThat(named(file, "../more")).isEmpty();
        assertThat(named(file, "")).isEmpty();
        assertThat(belongings.answer(Map.of("ask", "environment", "name", "PATH")))
                .hasValueSatisfying(answer -> assertThat(answer).startsWith("{\"text\":"));
        assertThat(belongings.answer(Map.of("ask", "environment", "name", "HOME")))
                .isEmpty();
    }

    @Test
    void aFileIsNamedByAnArgumentOrTheValueOfAnOption() {
        belongings = given("token-janitor", "loadtokens", "--pskc=" + file, "--password-file", folder + "/key");

        assertThat(read(file)).isPresent();
        assertThat(read(folder + "/key")).isEqualTo(bytes("s3cret"));
        assertThat(read(folder + "/more")).isEmpty();
    }

    @Test
    void whatCannotBeReadIsSaid() {
        belongings = given("policy", "import", folder + "/gone", file, conf);

        assertThat(read(folder + "/gone")).hasValue("{\"missing\":\"" + folder + "/gone\"}\n");
        assertThat(belongings.answer(Map.of("ask", "read", "name", file, "most", "3")))
                .hasValue("{\"large\":\"" + file + "\"}\n");
        assertThat(read(conf)).hasValueSatisfying(answer -> assertThat(answer).startsWith("{\"failed\":"));
        assertThat(belongings.answer(Map.of("ask", "files", "name", file))).hasValue("{\"none\":\"\"}\n");
    }

    @Test
    void standardInputIsReadOnlyWhereTheCommandSaysSo() {
        assertThat(belongings.answer(Map.of("ask", "line"))).isEmpty();
        assertThat(belongings.answer(Map.of("ask", "something"))).isEmpty();
    }
}
