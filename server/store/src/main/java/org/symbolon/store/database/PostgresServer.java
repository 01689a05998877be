package org.symbolon.store.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One run of the PostgreSQL server, from the start of its process to its end. */
final class PostgresServer {
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final int FAST_STOP_SECONDS = 20;
    private static final int IMMEDIATE_STOP_SECONDS = 5;

    private final PostgresCluster cluster;
    private final Process process;

    private PostgresServer(PostgresCluster cluster, Process process) {
        this.cluster = cluster;
        this.process = process;
    }

    /** Returns when it answers; recovery after a crash may take long and is waited for. */
    static PostgresServer start(PostgresCluster cluster, int port) {
        Process process;
        try {
            process = ExternalProgram.start(inOwnSession(cluster.serverCommand(port)));
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new DatabaseException("PostgreSQL cannot be started: %s".formatted(e.getMessage()), e);
        }
        PostgresLog log = PostgresLog.follow(process);
        PostgresServer server = new PostgresServer(cluster, process);
        server.awaitReady(log);
        return server;
    }

    /** Otherwise a ctrl-C at the terminal would end PostgreSQL under the requests that the server still answers. */
    private static List<String> inOwnSession(List<String> command) {
        List<String> prefix = Stream.of(
                        List.of("/usr/bin/setsid"),
                        List.of("/bin/setsid"),
                        List.of("/usr/bin/perl", "-e", "use POSIX; POSIX::setsid(); exec @ARGV"))
                .filter(candidate -> Files.isExecutable(Path.of(candidate.get(0))))
                .findFirst()
                .orElse(List.of());
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    private void awaitReady(PostgresLog log) {
        Deadline deadline = Deadline.in(START_LIMIT);
        while (!isReady()) {
            if (!process.isAlive()) {
                throw new DatabaseException("PostgreSQL did not start (exit code %d): %s"
                        .formatted(process.exitValue(), log.explanation()));
            }
            if (deadline.isPast()) {
                process.destroy();
                throw new DatabaseException("PostgreSQL did not get ready within %s".formatted(START_LIMIT));
            }
            deadline.pause(PAUSE);
        }
    }

    private boolean isReady() {
        Optional<PostmasterFile> file = cluster.postmaster();
        return file.isPresent()
                && file.get().pid() == process.pid()
                && file.get().ready();
    }

    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    void stop() {
        if (process.isAlive()) {
            stop(cluster, process.toHandle());
        }
    }

    /** Asks, insists, and at last kills: the write-ahead log makes each of them safe. */
    static void stop(PostgresCluster cluster, ProcessHandle postmaster) {
        if (cluster.stop("fast", FAST_STOP_SECONDS) || cluster.stop("immediate", IMMEDIATE_STOP_SECONDS)) {
            awaitExit(postmaster);
            return;
        }
        postmaster.destroyForcibly();
        awaitExit(postmaster);
    }

    private static void awaitExit(ProcessHandle postmaster) {
        postmaster
                .onExit()
                .completeOnTimeout(postmaster, IMMEDIATE_STOP_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
