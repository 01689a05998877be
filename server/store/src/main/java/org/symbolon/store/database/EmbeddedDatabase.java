package org.symbolon.store.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that needs no installation: Symbolon brings it, starts it, keeps it alive and stops it. Its data
 * outlives every way in which either of the two can end.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int START_ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final DataDirectoryLock lock;
    private final PostgresCluster cluster;
    private final int port;
    private volatile PostgresServer server;
    private volatile boolean closed;

    private EmbeddedDatabase(DataDirectoryLock lock, PostgresCluster cluster, int port, PostgresServer server) {
        this.lock = lock;
        this.cluster = cluster;
        this.port = port;
        this.server = server;
    }

    /** Takes the lock over and releases it at the end, or when the start fails. */
    public static EmbeddedDatabase start(DataDirectoryLock lock, RootRule rule) {
        return start(lock, lock.directory().binaries(), rule);
    }

    /** With programs unpacked elsewhere, which several directories may share. */
    public static EmbeddedDatabase start(DataDirectoryLock lock, Path folder, RootRule rule) {
        EmbeddedDatabase database = null;
        try {
            PostgresBinaries binaries = PostgresBinaries.unpackedIn(folder);
            PostgresAccount account =
                    PostgresAccount.choose(lock.directory(), Path.of(binaries.program("postgres")), rule);
            PostgresCluster cluster = new PostgresCluster(lock.directory(), binaries, account);
            endFormerRun(cluster);
            cluster.prepare();
            database = startPatiently(lock, cluster);
            Durability.verify(database.access());
            database.watch();
            return database;
        } catch (RuntimeException e) {
            if (database == null) {
                lock.close();
            } else {
                database.close();
            }
            throw e;
        }
    }

    /** Finds the database that another process runs on the directory, once it answers. */
    public static Optional<DatabaseAccess> runningOn(DataDirectory directory) {
        return PostmasterFile.of(directory.cluster())
                .filter(file -> file.ready() && file.process().isPresent())
                .map(file -> PostgresCluster.access(directory, file.port()));
    }

    private static void endFormerRun(PostgresCluster cluster) {
        cluster.postmaster().flatMap(PostmasterFile::process).ifPresent(orphan -> {
            LOG.warn("Stopping the database of a former run that crashed (process {})", orphan.pid());
            PostgresServer.stop(cluster, orphan);
        });
    }

    /** A port may be taken meanwhile, and back ends of a killed server need a moment to notice. */
    private static EmbeddedDatabase startPatiently(DataDirectoryLock lock, PostgresCluster cluster) {
        Deadline pauses = Deadline.in(Duration.ZERO);
        for (int attempt = 1; true; attempt++) {
            try {
                int port = freePort();
                return new EmbeddedDatabase(lock, cluster, port, PostgresServer.start(cluster, port));
            } catch (DatabaseException e) {
                if (attempt == START_ATTEMPTS) {
                    throw e;
                }
                pauses.pause(PAUSE);
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(LOOPBACK))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new DatabaseException("no free port on 127.0.0.1: %s".formatted(e.getMessage()), e);
        }
    }

    public DatabaseAccess access() {
        return cluster.access(port);
    }

    long pid() {
        return server.pid();
    }

    private void watch() {
        Thread thread = new Thread(this::keepAlive, "postgres-watchdog");
        thread.setDaemon(true);
        thread.start();
    }

    private void keepAlive() {
        try {
            while (!closed) {
                server.awaitEnd();
                restart();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void restart() throws InterruptedException {
        Duration pause = PAUSE;
        while (!closed && !server.isAlive()) {
            LOG.error("The embedded database ended unexpectedly; starting it again");
            try {
                server = PostgresServer.start(cluster, port);
                LOG.info("The embedded database is back");
            } catch (DatabaseException e) {
                LOG.error("{}", e.getMessage());
                wait(pause.toMillis());
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            }
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        synchronized (this) {
            notifyAll();
            server.stop();
        }
        lock.close();
    }
}
