package org.symbolon.connectors.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.eventhandler.port.OutsideFailedException;

/** Scripts of event handlers: from one folder, with an end. */
class ScriptFolderTest {

    @TempDir
    Path root;

    private ScriptFolder folder(Duration patience) throws IOException {
        return new ScriptFolder(Files.createDirectories(root.resolve("scripts")), patience);
    }

    private Path script(Path place, String text) throws IOException {
        Files.writeString(place, "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void anArgumentIsOneArgumentWhateverItHolds() throws Exception {
        ScriptFolder folder = folder(Duration.ofMinutes(1));
        script(root.resolve("scripts/a"), "test \"$1\" = '$(reboot); x' && test $# = 1");

        assertThat(folder.run("a", List.of("$(reboot); x"))).isZero();
        assertThat(folder.run("a", List.of())).isEqualTo(1);
    }

    @Test
    void whatTakesTooLongIsStopped() throws Exception {
        ScriptFolder folder = folder(Duration.ofMillis(300));
        script(root.resolve("scripts/slow"), "sleep 600");

        assertThatThrownBy(() -> folder.run("slow", List.of()))
                .isInstanceOf(OutsideFailedException.class)
                .hasMessage("the script did not end in time");
    }

    @Test
    void nothingElseIsRun() throws Exception {
        ScriptFolder folder = folder(Duration.ofMinutes(1));
        Path outside = script(root.resolve("outside"), "exit 0");
        Files.createSymbolicLink(root.resolve("scripts/link"), outside);
        Files.writeString(root.resolve("scripts/text"), "no program");

        for (String name : List.of("link", "text", "none", "../outside", "/bin/true", ".", "a\u0000")) {
            assertThatThrownBy(() -> folder.run(name, List.of()))
                    .as(name)
                    .isInstanceOf(OutsideFailedException.class)
                    .hasMessage("there is no such program in the folder of scripts");
        }
    }
}
