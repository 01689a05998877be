package org.symbolon.connectors.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.command.eventhandler.port.OutsideFailedException;

/** Files of notifications lie below their folder, whatever their names are made of. */
class NotificationFolderTest {

    @TempDir
    Path root;

    private NotificationFolder folder() {
        return new NotificationFolder(root.resolve("spool"));
    }

    @Test
    void aFileIsWrittenAndWrittenAnew() throws Exception {
        folder().write("emma/a.txt", "one");
        folder().write("emma/./b/../a.txt", "two");

        assertThat(root.resolve("spool/emma/a.txt")).hasContent("two");
        try (Stream<Path> left = Files.list(root.resolve("spool/emma"))) {
            assertThat(left).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "emma/../../a", "/etc/symbolon-test", "", ".", "emma/", "a\u0000b"})
    void whatLeadsElsewhereIsRefusedForGood(String path) {
        assertThatThrownBy(() -> folder().write(path, "x"))
                .isInstanceOfSatisfying(OutsideFailedException.class, failure -> assertThat(failure.isForGood())
                        .isTrue());
        assertThat(root.resolve("a")).doesNotExist();
    }

    @Test
    void aLinkLeadsNowhere() throws Exception {
        Path elsewhere = Files.createDirectory(root.resolve("elsewhere"));
        Path spool = Files.createDirectory(root.resolve("spool"));
        Files.createSymbolicLink(spool.resolve("folder"), elsewhere);
        Path target = Files.writeString(elsewhere.resolve("kept"), "kept");
        Files.createSymbolicLink(spool.resolve("file"), target);

        assertThatThrownBy(() -> folder().write("folder/a", "x")).isInstanceOf(OutsideFailedException.class);
        folder().write("file", "new");

        assertThat(target).hasContent("kept");
        assertThat(spool.resolve("file")).hasContent("new");
    }
}
