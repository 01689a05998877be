package org.symbolon.api.eventhandler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptDirectoryTest {

    @TempDir
    private Path folder;

    @Test
    void scriptsAreTheFilesOfTheDirectoryThatAreNotHidden() throws IOException {
        Files.createFile(folder.resolve("b.sh"));
        Files.createFile(folder.resolve("a.sh"));
        Files.createFile(folder.resolve(".hidden"));
        Files.createDirectory(folder.resolve("sub"));

        assertThat(new ScriptDirectory(folder).names()).containsExactly("a.sh", "b.sh");
    }

    @Test
    void withoutADirectoryThereAreNoScripts() {
        assertThat(new ScriptDirectory(folder.resolve("nowhere")).names()).isEmpty();
    }
}
