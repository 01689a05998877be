package org.symbolon.endtoend.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.Program;

/** The whole program at its main job, as a process of its own with a database of its own. */
class DemoTest {
    @TempDir
    private static Path folder;

    @Test
    void showsThatEverythingIsAsItShouldBe() throws IOException, InterruptedException {
        Process demo = start(
                "demo",
                "--exit",
                "--port",
                "0",
                "--data",
                folder.resolve("data").toString());
        String output = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(demo.waitFor()).as(output + log()).isZero();

        assertThat(output)
                .contains("ACCEPT (matching 1 tokens)")
                .contains("REJECT (wrong otp value. previous otp used again)")
                .contains("REJECT (wrong otp pin)")
                .contains("the audit is whole")
                .contains("nothing has changed")
                .contains("All 17 steps were as they should be.")
                .doesNotContain("FAILED");
        assertThat(log()).doesNotContain("Exception");
    }

    private static Process start(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Program.command(arguments));
        builder.environment().keySet().removeIf(variable -> variable.matches("(SYMBOLON|SPRING)_.*"));
        builder.environment().put("SYMBOLON_ALLOW_ROOT", "true");
        return builder.redirectError(folder.resolve("log").toFile()).start();
    }

    private static String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }
}
