package org.symbolon.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.cli.configuration.ConfigurationTools.Item;
import org.symbolon.cli.kernel.OwnCaller;
import org.symbolon.events.shared.Secret;

class ConfigurationExportTest {

    @TempDir
    private Path folder;

    private Object writtenAndRead(Object value) {
        new ConfigurationExport(folder).write(Map.of("realm", Map.of("a", Map.of("field", value))));
        return new ConfigurationFiles(new OwnCaller())
                .read(folder)
                .items()
                .get(0)
                .fields()
                .get("field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "",
                " ",
                "no",
                "true",
                "null",
                "~",
                "12",
                "012",
                "0x1f",
                "1_000",
                "8:30",
                "2026-01-01",
                "<<",
                "a: b",
                "- a",
                "# a",
                "{file: x}",
                "'",
                "\"",
                "two\nlines",
                "ends\n",
                "\nbegins",
                "a\n  b \n\n",
                "ä€😀",
                "tab\there",
                "bell\u0007",
                "\u0085next",
                "% of",
                "@at",
                "`tick",
                "*star",
                "&and",
                "!bang",
                "__CENSORED__"
            })
    void textsComeBackAsTheyWere(String text) {
        assertThat(writtenAndRead(text)).isEqualTo(text);
    }

    @Test
    void valuesComeBackAsTheyWere() {
        assertThat(writtenAndRead(List.of("a", "12", 12, true, List.of("b", Map.of("c", "d")))))
                .isEqualTo(List.of("a", "12", 12, true, List.of("b", Map.of("c", "d"))));
    }

    @Test
    void secretsGoIntoFilesThatNobodyElseReads() throws IOException {
        Secret secret = Secret.of("Some-Word-5");

        assertThat(writtenAndRead(secret)).isEqualTo(secret);
        assertThat(Files.readString(folder.resolve("realm.yaml"))).doesNotContain("Some-Word-5");
        Path file = folder.resolve("secrets/realm.a.field");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void twoSecretsNeverShareAFile() {
        new ConfigurationExport(folder)
                .write(Map.of("k", Map.of("a/b", Map.of("x", Secret.of("1")), "a_b", Map.of("x", Secret.of("2")))));

        assertThat(new ConfigurationFiles(new OwnCaller()).read(folder).items())
                .extracting(Item::fields)
                .containsExactlyInAnyOrder(Map.of("x", Secret.of("1")), Map.of("x", Secret.of("2")));
    }

    @Test
    void aKindOfWhichNothingIsLeftSaysSo() throws IOException {
        writtenAndRead("x");
        Files.writeString(folder.resolve("my-notes.yaml"), "");

        new ConfigurationExport(folder).write(Map.of());

        assertThat(new ConfigurationFiles(new OwnCaller()).read(folder).kinds()).containsExactly("realm");
        assertThat(new ConfigurationFiles(new OwnCaller()).read(folder).items()).isEmpty();
        assertThat(folder.resolve("my-notes.yaml")).isEmptyFile();
    }
}
