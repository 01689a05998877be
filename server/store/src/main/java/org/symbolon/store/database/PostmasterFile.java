package org.symbolon.store.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file in which a running PostgreSQL says who it is. After a crash it stays behind and may name a process that is
 * something else by now.
 */
record PostmasterFile(Path file, long pid, int port, boolean ready) {
    static final String NAME = "postmaster.pid";
    // Beyond every system's largest process number, so PostgreSQL takes it for dead and checks shared memory instead.
    private static final String NO_PROCESS = Integer.toString(Integer.MAX_VALUE);
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    static Optional<PostmasterFile> of(Path cluster) {
        Path file = cluster.resolve(NAME);
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new PostmasterFile(
                    file,
                    Long.parseLong(lines.get(0).strip()),
                    lines.size() > PORT_LINE
                            ? Integer.parseInt(lines.get(PORT_LINE).strip())
                            : 0,
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready")));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, when it is alive and really the PostgreSQL of this cluster. */
    Optional<ProcessHandle> process() {
        Path cluster = file.getParent();
        return anyProcess().filter(handle -> handle.info()
                .commandLine()
                .filter(line -> line.contains("/bin/postgres") && line.contains(" -D " + cluster + " "))
                .isPresent());
    }

    /**
     * What the file must say where it names a process that is something else by now. Unlike deleting the file, this keeps PostgreSQL's
     * own check that no back end of the crashed server lives on.
     */
    Optional<String> disowningStrangers() {
        if (anyProcess().isEmpty() || process().isPresent()) {
            return Optional.empty();
        }
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            lines.set(0, NO_PROCESS);
            return Optional.of(String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ProcessHandle> anyProcess() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    }
}
