package org.symbolon.connectors.caconnector;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.symbolon.connectors.network.Deadline;

/**
 * One at a time works in a directory: among the threads of this server by a lock of its own, among servers on the same files by one of
 * a file. openssl itself lets two write its index at once.
 */
final class DirectoryLocks {

    private static final String FILE = ".symbolon-ca.lock";
    private static final long PAUSE_MILLIS = 50;

    /** A lock of a file is the whole process's. */
    private static final ConcurrentMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    /** What is done meanwhile. */
    interface Work<R> {

        R done() throws IOException;
    }

    /**
     * Does it while nobody else does anything in the directory.
     *
     * @throws BoundedProgram.LateException if others do until the deadline
     */
    <R> R alone(Path directory, Deadline deadline, Work<R> work) throws IOException {
        ReentrantLock own = THREADS.computeIfAbsent(directory, path -> new ReentrantLock());
        take(own, deadline);
        try (FileChannel file =
                FileChannel.open(directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            take(file, deadline);
            return work.done();
        } finally {
            own.unlock();
        }
    }

    private static void take(ReentrantLock own, Deadline deadline) {
        try {
            if (!own.tryLock(deadline.millisLeft(), TimeUnit.MILLISECONDS)) {
                throw new BoundedProgram.LateException();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BoundedProgram.LateException();
        }
    }

    /** The lock goes with the open file. */
    private static void take(FileChannel file, Deadline deadline) throws IOException {
        try {
            while (file.tryLock() == null) {
                if (deadline.isOver()) {
                    throw new BoundedProgram.LateException();
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BoundedProgram.LateException();
        }
    }
}
