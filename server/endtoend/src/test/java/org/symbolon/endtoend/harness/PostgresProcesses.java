package org.symbolon.endtoend.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The processes of the PostgreSQL that runs in a data directory, to which a test may do what it likes. */
public record PostgresProcesses(Path data) {

    /** Its first process and all that this one has started; none while it is down. */
    public List<ProcessHandle> all() {
        return postmaster()
                .flatMap(first -> Stream.concat(Stream.of(first), first.descendants()))
                .toList();
    }

    private Stream<ProcessHandle> postmaster() {
        try {
            String pid =
                    Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(pid.strip())).stream();
        } catch (NoSuchFileException down) {
            return Stream.empty();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** To all of them, also to those that are begun while others are told. */
    public void signal(String name) {
        Set<ProcessHandle> told = new HashSet<>();
        List<ProcessHandle> next = all();
        while (!next.isEmpty()) {
            next.forEach(process -> Signals.send(process, name));
            told.addAll(next);
            next = all().stream().filter(process -> !told.contains(process)).toList();
        }
    }

    /** A fast shutdown, as its administrator orders one. */
    public void stop() {
        postmaster().forEach(process -> Signals.send(process, "INT"));
    }

    public void kill() {
        all().forEach(ProcessHandle::destroyForcibly);
    }

    /** Kills what works for one connection: PostgreSQL then ends all the others, and recovers. */
    public void killOne() {
        postmaster().flatMap(ProcessHandle::children).max(Signals.BY_AGE).ifPresent(ProcessHandle::destroyForcibly);
    }
}
