package org.symbolon.store.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what PostgreSQL says into the server's own log, so that there is one. Failed statements are left to the caller
 * who gets them as exceptions: a conflict between two nodes is no trouble.
 */
final class PostgresLog implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresLog.class);

    private final InputStream output;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile String trouble = "";
    private volatile String lastLine = "";

    PostgresLog(InputStream output) {
        this.output = output;
    }

    static PostgresLog follow(Process process) {
        PostgresLog log = new PostgresLog(process.getInputStream());
        Thread thread = new Thread(log, "postgres-log");
        thread.setDaemon(true);
        thread.start();
        return log;
    }

    /** Why a process failed that has ended: the last line of weight, or else the last one. */
    String explanation() {
        try {
            if (!ended.await(1, TimeUnit.SECONDS)) {
                LOG.debug("The output of PostgreSQL goes on although it ended");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return trouble.isEmpty() ? lastLine : trouble;
    }

    @Override
    public void run() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                record(line);
            }
        } catch (IOException e) {
            LOG.debug("The output of PostgreSQL ended", e);
        } finally {
            ended.countDown();
        }
    }

    private void record(String line) {
        lastLine = line;
        if (line.startsWith("PANIC:") || line.startsWith("FATAL:")) {
            trouble = line;
        }
        if (line.startsWith("PANIC:") || line.startsWith("WARNING:")) {
            LOG.warn(line);
            return;
        }
        LOG.debug(line);
    }
}
