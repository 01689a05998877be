package org.symbolon.endtoend.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.endtoend.harness.ServerProcess;

/** Commands that work on a server's data while no server runs: they start the database for a moment. */
class StandaloneCommandsTest {

    @TempDir
    private Path folder;

    @Test
    void periodicTasksAndFiguresNeedNoServer() {
        Path data = folder.resolve("data");

        assertThat(ServerProcess.run(data, "cron", "run")).isEqualTo("No task is due.%n".formatted());
        assertThat(ServerProcess.run(data, "stats", "--at", "2026-01-01T00:00:00Z")
                        .lines())
                .containsExactly(
                        "TIME                  TOKENS  HARDWARE  SOFTWARE  UNASSIGNED_HARDWARE  ASSIGNED  USERS",
                        "2026-01-01T00:00:00Z  0       0         0         0                    0         0",
                        "",
                        "No log-ins.");
        assertThat(ServerProcess.run(data, "doctor", "--kind", "master-key,smtpserver"))
                .contains("ok      master-key  master.key  The master key is that of the database");
    }
}
