package org.symbolon.connectors.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreFilesTest {

    @TempDir
    private Path folder;

    private Path first;
    private Path second;
    private StoreFiles files;

    @BeforeEach
    void make() throws IOException {
        first = Files.createDirectory(folder.resolve("first"));
        second = Files.createDirectory(folder.resolve("second"));
        Files.writeString(folder.resolve("secret"), "x");
        files = new StoreFiles(List.of(first, second));
    }

    @Test
    void aRelativeNameIsOneInTheFirstDirectory() {
        assertThat(files.named("a/../users")).isEqualTo(first.resolve("users"));
        assertThat(files.named(second + "/users")).isEqualTo(second.resolve("users"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/proc/self/environ", "/etc/passwd", "../secret", "a/../../secret", "\0"})
    void namesThatLeadElsewhereAreRefused(String name) {
        assertThat(files.objection(name)).isPresent();
    }

    @Test
    void aDirectoryThatOnlyBeginsAlikeIsAnother() {
        assertThat(files.objection(folder + "/first-of-all/users")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "deep/in/it", "deep/../users"})
    void namesWithinAreFineWhetherTheyAreThereOrNot(String name) {
        assertThat(files.objection(name)).isEmpty();
    }

    @Test
    void aRegularFileWithinIsReadable() throws IOException {
        Path users = Files.writeString(first.resolve("users"), "x");
        Path link = Files.createSymbolicLink(second.resolve("link"), users);

        assertThatCode(() -> files.requireReadable(users)).doesNotThrowAnyException();
        assertThatCode(() -> files.requireReadable(link))
                .as("a link that stays")
                .doesNotThrowAnyException();
    }

    @Test
    void linksThatLeadOutAreNot() throws IOException {
        Path link = Files.createSymbolicLink(first.resolve("link"), folder.resolve("secret"));
        Path way = Files.createSymbolicLink(first.resolve("way"), folder);

        assertThatThrownBy(() -> files.requireReadable(link))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("symbolon.store-files");
        assertThatThrownBy(() -> files.requireReadable(way.resolve("secret")))
                .hasMessageContaining("symbolon.store-files");
    }

    @Test
    void whatIsNoFileIsNot() throws IOException {
        Path inner = Files.createDirectory(first.resolve("inner"));

        assertThatThrownBy(() -> files.requireReadable(inner)).hasMessageContaining("no regular file");
        assertThatThrownBy(() -> files.requireReadable(first.resolve("missing")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aDirectoryMayItselfBeALink() throws IOException {
        Path users = Files.writeString(first.resolve("users"), "x");
        Path alias = Files.createSymbolicLink(folder.resolve("alias"), first);

        assertThatCode(() -> new StoreFiles(List.of(alias)).requireReadable(users))
                .doesNotThrowAnyException();
    }
}
