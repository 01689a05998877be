package org.symbolon.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.cli.configuration.ConfigurationTools.Item;
import org.symbolon.cli.configuration.ConfigurationTools.Wanted;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.kernel.OwnCaller;
import org.symbolon.events.shared.Secret;

class ConfigurationFilesTest {

    @TempDir
    private Path folder;

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Wanted read(String text) throws IOException {
        return new ConfigurationFiles(new OwnCaller()).read(write("one.yaml", text));
    }

    private Map<String, Object> fields(String yaml) throws IOException {
        return read("kind:\n  name: " + yaml + "\n").items().get(0).fields();
    }

    @Test
    void aFileMapsKindsToThingsByTheirNames() throws IOException {
        Wanted wanted = read("realm:\n  one:\n    resolvers: [a, b]\n  two: {resolvers: c}\nserviceid:\n");

        assertThat(wanted.kinds()).containsExactlyInAnyOrder("realm", "serviceid");
        assertThat(wanted.items()).extracting(Item::name).containsExactly("one", "two");
        assertThat(wanted.items().get(0).fields()).isEqualTo(Map.of("resolvers", List.of("a", "b")));
        assertThat(wanted.items().get(0).places())
                .containsEntry("", folder.resolve("one.yaml") + ":2")
                .containsEntry("resolvers", folder.resolve("one.yaml") + ":3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    true | true
                    no   | 'no'
                    True | 'True'
                    12   | 12
                    -3   | -3
                    012  | '012'
                    1.50 | '1.50'
                    8:30 | '8:30'
                    2026-01-01  | '2026-01-01'
                    12345678901 | '12345678901'
                    "5"  | '5'
                    """)
    void wordsMeanWhatTheyDoInJson(String word, String expected) throws IOException {
        Object value = fields("{field: " + word + "}").get("field");

        boolean text = expected.startsWith("'") || !word.equals(expected);
        assertThat(value.toString()).isEqualTo(expected.replace("'", ""));
        assertThat(value instanceof String)
                .isEqualTo(text || !List.of("true", "12", "-3").contains(word));
    }

    @Test
    void nothingIsAsIfItWereNotThere() throws IOException {
        assertThat(fields("{a: , b: null, c: ~, d: ''}")).isEqualTo(Map.of("d", ""));
        assertThat(fields("")).isEmpty();
        assertThat(read("").items()).isEmpty();
    }

    @Test
    void aTextCanStandInAnotherFile() throws IOException {
        write("secrets/word", "Some-Word\n");

        Object value = fields("{password: {file: secrets/word}}").get("password");

        assertThat(value).isEqualTo(Secret.of("Some-Word")).hasToString("***");
    }

    @Test
    void aTextCanStandInTheEnvironment() throws IOException {
        assertThat(fields("{password: {env: PATH}}").get("password")).isEqualTo(Secret.of(System.getenv("PATH")));
    }

    @Test
    void anEntryOfAMapCanStandElsewhereAndBeCalledSo() throws IOException {
        write("word", "w");

        Map<String, Object> fields = fields("{options: {file: word}, data: {file: x, PASSWORD: {file: word}}}");

        assertThat(fields.get("options")).isEqualTo(Map.of("file", "word"));
        assertThat(fields.get("data")).isEqualTo(Map.of("file", "x", "PASSWORD", Secret.of("w")));
    }

    @Test
    void aSettingCanBeItsValueAlone() throws IOException {
        write("word", "w");

        assertThat(read("config: {a: b, c: {file: word}, d: {value: e, desc: f}}")
                        .items())
                .extracting(Item::fields)
                .containsExactly(
                        Map.of("value", "b"), Map.of("value", Secret.of("w")), Map.of("value", "e", "desc", "f"));
    }

    @Test
    void aDirectoryIsAllItsFilesInTheOrderOfTheirNames() throws IOException {
        write("all/b.yml", "serviceid: {second: }");
        write("all/a/x.yaml", "serviceid: {first: }\n---\nserviceid: {again: }");
        write("all/.git/c.yaml", "no: [yaml");
        write("all/readme.txt", "no: [yaml");
        Files.createSymbolicLink(folder.resolve("all/round"), folder.resolve("all"));

        assertThat(new ConfigurationFiles(new OwnCaller())
                        .read(folder.resolve("all"))
                        .items())
                .extracting(Item::name)
                .containsExactly("first", "again", "second");
    }

    @Test
    void anAliasStandsForWhatItNames() throws IOException {
        Wanted wanted = read("realm:\n  a: &one {resolvers: [x]}\n  b: *one\n");

        assertThat(wanted.items().get(1).fields()).isEqualTo(Map.of("resolvers", List.of("x")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    realm: [a                           | :1: expected
                    realm: {a: {x: 1}, a: {x: 2}}       | :1: the key 'a' is there twice
                    realm: {a: {x: 1, x: 2}}            | :1: the key 'x' is there twice
                    - a                                 | :1: a file maps kinds of things to things
                    realm: a                            | :1: 'realm' must map names to fields
                    realm: {a: b}                       | :1: realm 'a' must be a map of its fields
                    realm: {a: [b]}                     | :1: realm 'a' must be a map of its fields
                    realm: {[a]: {}}                    | :1: a key must be a text
                    realm: {a: {x: !!java.net.URL [b]}} | :1: Global tag is not allowed
                    realm: {a: {x: !secret b}}          | :1: the tag !secret is not known
                    realm: {a: {x: !!binary aGVsbG8=}}  | :1: the tag tag:yaml.org,2002:binary is not known
                    realm: {a: {x: &y [*y]}}            | :1: an alias must not stand within what it is an alias of
                    realm: {a: {data: &y {z: *y}}}      | :1: an alias must not stand within what it is an alias of
                    realm: {a: {x: *nobody}}            | :1: found undefined alias nobody
                    realm: {a: {x: {file: nowhere}}}    | :1: there is no file
                    realm: {a: {x: {env: NO_SUCH_WORD}}} | :1: the environment has no NO_SUCH_WORD
                    """)
    void whatIsWrongIsSaidWithItsPlace(String yaml, String complaint) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageStartingWith(folder.resolve("one.yaml").toString())
                .hasMessageContaining(complaint);
    }

    @Test
    void whatIsTooLargeOrTooDeepIsRefused() throws IOException {
        write("large.yaml", "a".repeat(10_000_000));
        write("word", "a".repeat(100_000));

        refuses("large.yaml", "is larger than 2 MB");
        write("deep.yaml", "realm: {a: {x: " + "[".repeat(1000) + "]".repeat(1000) + "}}");
        refuses("deep.yaml", "Nesting Depth exceeded");
        write("bomb.yaml", bomb());
        refuses("bomb.yaml", "there is too much in this file");
        write("secret.yaml", "realm: {a: {x: {file: word}}}");
        refuses("secret.yaml", "is larger than 64 kB");
    }

    /** Ten lists of ten, of ten, and so on. */
    private static String bomb() {
        StringBuilder bomb = new StringBuilder("realm:\n  a:\n    l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 9; level++) {
            String[] aliases = new String[10];
            Arrays.fill(aliases, "*l" + (level - 1));
            bomb.append("    l%1$d: &l%1$d [%2$s]\n".formatted(level, String.join(", ", aliases)));
        }
        return bomb.toString();
    }

    @Test
    void whatCannotBeReadIsRefused() throws IOException {
        Files.write(folder.resolve("latin.yaml"), "a: ä".getBytes(StandardCharsets.ISO_8859_1));
        Files.createDirectory(folder.resolve("empty"));

        refuses("nowhere", "there is no file");
        refuses("latin.yaml", "is no text in UTF-8");
        refuses("empty", "there is no file that ends in .yaml or .yml");
    }

    private void refuses(String name, String complaint) {
        assertThatThrownBy(() -> new ConfigurationFiles(new OwnCaller()).read(folder.resolve(name)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining(folder.resolve(name).toString().replace("secret.yaml", ""))
                .hasMessageContaining(complaint);
    }
}
