package org.symbolon.store.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holding this is the right to run the embedded database of a directory. The operating system drops it with the process,
 * however that ends, so a crash never leaves a directory locked.
 */
public final class DataDirectoryLock implements AutoCloseable {
    // Closing any channel on the file would drop the lock of this process, so the file is not touched while it is held.
    private static final Map<Path, LockHolder> HELD_BY_THIS_PROCESS = new ConcurrentHashMap<>();
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final DataDirectory directory;
    private final FileChannel channel;

    private DataDirectoryLock(DataDirectory directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** Waits for a command at work, which is soon done, but not for a server. */
    public static DataDirectoryLock acquire(DataDirectory directory, LockHolder holder, Duration patience) {
        Deadline deadline = Deadline.in(patience);
        while (true) {
            Optional<DataDirectoryLock> lock = tryAcquire(directory, holder);
            if (lock.isPresent()) {
                return lock.get();
            }
            LockHolder other = holderOf(directory);
            if (other.isServer() || deadline.isPast()) {
                throw new DataDirectoryInUseException(directory, other);
            }
            deadline.pause(PAUSE);
        }
    }

    static Optional<DataDirectoryLock> tryAcquire(DataDirectory directory, LockHolder holder) {
        if (HELD_BY_THIS_PROCESS.putIfAbsent(directory.lockFile(), holder) != null) {
            return Optional.empty();
        }
        Optional<DataDirectoryLock> lock = Optional.empty();
        try {
            lock = lockFile(directory, holder);
            return lock;
        } catch (IOException e) {
            throw new DatabaseException(
                    "%s cannot be locked: %s".formatted(directory.lockFile(), FileTrouble.reason(e)), e);
        } finally {
            if (lock.isEmpty()) {
                HELD_BY_THIS_PROCESS.remove(directory.lockFile());
            }
        }
    }

    private static Optional<DataDirectoryLock> lockFile(DataDirectory directory, LockHolder holder) throws IOException {
        FileChannel channel =
                FileChannel.open(directory.lockFile(), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.write().getBytes(StandardCharsets.UTF_8)));
        return Optional.of(new DataDirectoryLock(directory, channel));
    }

    static LockHolder holderOf(DataDirectory directory) {
        LockHolder own = HELD_BY_THIS_PROCESS.get(directory.lockFile());
        if (own != null) {
            return own;
        }
        try {
            return LockHolder.parse(Files.readString(directory.lockFile()));
        } catch (IOException e) {
            throw new DatabaseException(
                    "%s cannot be read: %s".formatted(directory.lockFile(), FileTrouble.reason(e)), e);
        }
    }

    DataDirectory directory() {
        return directory;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_BY_THIS_PROCESS.remove(directory.lockFile());
        }
    }
}
