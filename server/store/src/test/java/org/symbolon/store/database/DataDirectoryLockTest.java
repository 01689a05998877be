package org.symbolon.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryLockTest {
    private static final LockHolder SERVER = LockHolder.server("one", 8080);
    private static final LockHolder COMMAND = LockHolder.command("one");

    @TempDir
    private Path folder;

    @Test
    void saysWhoHoldsTheDirectory() throws Exception {
        DataDirectory directory = DataDirectory.at(folder.resolve("data"));
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(directory, SERVER, Duration.ZERO)) {
            assertThat(lock.directory()).isSameAs(directory);
            assertThat(LockHolder.parse(Files.readString(directory.lockFile()))).isEqualTo(SERVER);
        }
    }

    @Test
    void turnsASecondServerAwayAtOnce() {
        DataDirectory directory = DataDirectory.at(folder);
        try (DataDirectoryLock lock = DataDirectoryLock.acquire(directory, SERVER, Duration.ZERO)) {
            assertThatThrownBy(() -> DataDirectoryLock.acquire(lock.directory(), SERVER, Duration.ofHours(1)))
                    .isInstanceOf(DataDirectoryInUseException.class)
                    .hasMessageContaining("the server of node one");
        }
    }

    @Test
    void waitsForACommandToFinish() throws Exception {
        DataDirectory directory = DataDirectory.at(folder);
        DataDirectoryLock command = DataDirectoryLock.acquire(directory, COMMAND, Duration.ZERO);
        assertThatThrownBy(() -> DataDirectoryLock.acquire(directory, SERVER, Duration.ZERO))
                .hasMessageContaining("another command");

        CompletableFuture<DataDirectoryLock> waiting = CompletableFuture.supplyAsync(
                () -> DataDirectoryLock.acquire(directory, SERVER, Duration.ofSeconds(30)));
        command.close();

        waiting.get(30, TimeUnit.SECONDS).close();
    }

    @Test
    void canBeTakenAgainOnceReleased() {
        DataDirectory directory = DataDirectory.at(folder);
        DataDirectoryLock.acquire(directory, SERVER, Duration.ZERO).close();
        DataDirectoryLock.acquire(directory, SERVER, Duration.ZERO).close();
    }

    @Test
    void explainsADataDirectoryThatIsAFile() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> DataDirectory.at(file))
                .isInstanceOf(DatabaseException.class)
                .hasMessageEndingWith("is not a directory");
    }
}
