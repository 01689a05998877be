package org.symbolon.connectors.hosts;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.symbolon.command.machine.port.Machine;
import org.symbolon.command.machine.port.MachineStore;
import org.symbolon.command.machine.port.MachineStoreUnavailableException;
import org.symbolon.connectors.files.StoreFiles;

/**
 * The machines of one file of hosts. The file is looked at once a second at most, and read again when it changed. A file
 * that cannot be read is an error and no empty list: somebody may ask whether a name is unique.
 */
final class HostsStore implements MachineStore {

    private static final long CHECK_INTERVAL = TimeUnit.SECONDS.toNanos(1);

    private final Path file;
    private final StoreFiles files;
    private final LongSupplier nanoTime;
    private Reading reading;
    private long checkedAt;
    private boolean closed;

    HostsStore(Path file, StoreFiles files, LongSupplier nanoTime) {
        this.file = file;
        this.files = files;
        this.nanoTime = nanoTime;
    }

    /** What one reading found, with the marks by which a later change of the file shows. */
    private record Reading(FileTime modified, long size, List<Machine> machines) {

        boolean has(BasicFileAttributes marks) {
            return marks.size() == size && marks.lastModifiedTime().equals(modified);
        }
    }

    @Override
    public synchronized List<Machine> machines() {
        if (reading == null || nanoTime.getAsLong() - checkedAt >= CHECK_INTERVAL) {
            read();
            checkedAt = nanoTime.getAsLong();
        }
        return reading.machines();
    }

    @Override
    public synchronized void close() {
        closed = true;
        reading = null;
    }

    private void read() {
        if (closed) {
            throw new MachineStoreUnavailableException(
                    "The store of the file of hosts %s is closed".formatted(file), null);
        }
        try {
            files.requireReadable(file);
            BasicFileAttributes marks = Files.readAttributes(file, BasicFileAttributes.class);
            if (reading == null || !reading.has(marks)) {
                reading = new Reading(
                        marks.lastModifiedTime(), marks.size(), HostsLines.machines(Files.readAllLines(file)));
            }
        } catch (IOException unreadable) {
            reading = null;
            throw new MachineStoreUnavailableException(
                    "The file of hosts %s cannot be read: %s".formatted(file, reason(unreadable)), unreadable);
        }
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (cause instanceof AccessDeniedException) {
            return "access is denied";
        }
        if (cause instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        return cause instanceof FileSystemException refused && refused.getReason() != null
                ? refused.getReason()
                : cause.getMessage();
    }
}
