package org.symbolon.connectors.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailPageFolderTest {

    @TempDir
    private Path root;

    private Path folder;

    @BeforeEach
    void writePages() throws IOException {
        folder = Files.createDirectories(root.resolve("pages/inner")).getParent();
        Files.writeString(root.resolve("secret.html"), "secret");
        Files.writeString(folder.resolve("value.html"), "<p>\u00fc <otp></p>");
        Files.writeString(folder.resolve("inner/other.html"), "other");
        Files.writeString(folder.resolve("long.html"), "x".repeat(1_000_001));
        Files.createSymbolicLink(folder.resolve("link.html"), root.resolve("secret.html"));
    }

    @Test
    void pagesInTheFolderAreFoundByWhicheverPath() {
        MailPageFolder pages = new MailPageFolder(folder);

        assertThat(pages.read("value.html")).contains("<p>\u00fc <otp></p>");
        assertThat(pages.read(folder.resolve("value.html").toString())).contains("<p>\u00fc <otp></p>");
        assertThat(pages.read("inner/other.html")).contains("other");
        assertThat(pages.read("inner/../value.html")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.html",
                "inner/../../secret.html",
                "link.html",
                "",
                ".",
                "inner",
                "long.html",
                "none.html",
                "/etc/passwd",
                "\0",
                "file:///etc/passwd"
            })
    void nothingElseIs(String path) {
        assertThat(new MailPageFolder(folder).read(path)).isEmpty();
    }

    @Test
    void withoutTheFolderThereAreNone() {
        assertThat(new MailPageFolder(root.resolve("nowhere")).read("value.html"))
                .isEmpty();
    }
}
