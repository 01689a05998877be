package org.symbolon.store.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.symbolon.projections.config.ConfigurationViews;
import org.symbolon.store.database.Outage;

/**
 * Tells the readers of the stream, here and on other nodes, that there are new events, and all nodes of another
 * configuration. One thread tells, the first time at once and then with a pause behind it however many commits there were, so that
 * readers find large batches under load, but for ten milliseconds at most if somebody waits for them; one thread listens. What is lost with a crash or a broken connection is found by looking once a
 * second.
 */
@Component
public final class EventNotifications implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(EventNotifications.class);
    private static final String EVENTS = "symbolon_events";
    private static final String CONFIGURATION = "symbolon_configuration";
    private static final int LOOK_EVERY_MILLIS = 1000;
    private static final Duration LEAST_PAUSE = Duration.ofMillis(10);

    private final DataSource dataSource;
    private final ConfigurationViews views;
    private final List<Notice> notices;
    private final Duration pause;
    private final Wakeup wakeup = new Wakeup();
    private volatile boolean announced;
    private volatile boolean awaited;
    private volatile boolean running;
    private volatile int ownBackend;
    private Thread sender;
    private Thread listener;

    public EventNotifications(
            DataSource dataSource,
            ConfigurationViews views,
            List<Notice> notices,
            @Value("${symbolon.notice-pause:10ms}") Duration pause) {
        this.dataSource = dataSource;
        this.views = views;
        this.notices = List.copyOf(notices);
        this.pause = pause;
    }

    /** The statement that tells all nodes of another configuration; run it in the changing transaction, so rare it is. */
    public static String configurationNotice() {
        return "notify " + CONFIGURATION;
    }

    Wakeup wakeup() {
        return wakeup;
    }

    /** Says that events were committed. */
    void announce() {
        announced = true;
        wakeSender();
    }

    /** Says that somebody waits until the readers, wherever they are, have what there is. */
    public void hurry() {
        awaited = true;
        announce();
    }

    private void wakeSender() {
        Thread waiting = sender;
        if (waiting != null) {
            LockSupport.unpark(waiting);
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        sender = thread("symbolon-notify", this::send);
        listener = thread("symbolon-listen", this::listen);
    }

    private static Thread thread(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    @Override
    public synchronized void stop() {
        running = false;
        sender.interrupt();
        listener.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts before and stops after the event processors. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }

    private void send() {
        whileRunning("send", connection -> {
            connection.setAutoCommit(true);
            ownBackend = connection.unwrap(PGConnection.class).getBackendPID();
            try (Statement statement = connection.createStatement()) {
                while (running) {
                    if (announced) {
                        awaited = false;
                        announced = false;
                        wakeup.signalAll();
                        statement.execute("notify " + EVENTS);
                        pause();
                    } else {
                        LockSupport.park(this);
                    }
                }
            }
        });
    }

    private void pause() throws InterruptedException {
        long began = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(Math.min(pause.toNanos(), LEAST_PAUSE.toNanos()));
        long left = pause.toNanos() - (System.nanoTime() - began);
        while (left > 0 && running && !awaited) {
            LockSupport.parkNanos(this, left);
            left = pause.toNanos() - (System.nanoTime() - began);
        }
    }

    private void listen() {
        whileRunning("listen", connection -> {
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute("listen " + EVENTS);
                statement.execute("listen " + CONFIGURATION);
                for (Notice notice : notices) {
                    statement.execute("listen " + notice.channel());
                }
            }
            views.reload();
            notices.forEach(Notice::missed);
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (running) {
                hear(postgres.getNotifications(LOOK_EVERY_MILLIS));
            }
        });
    }

    /** Wakes the readers unless all that was heard is what this node has said itself; silence wakes them, too. */
    private void hear(PGNotification[] heard) {
        List<PGNotification> notifications = heard == null ? List.of() : List.of(heard);
        if (notifications.stream().anyMatch(one -> one.getName().equals(CONFIGURATION))) {
            views.reload();
        }
        notices.forEach(notice -> notifications.stream()
                .filter(one -> one.getName().equals(notice.channel()))
                .forEach(one -> notice.hear(one.getParameter())));
        if (notifications.isEmpty() || notifications.stream().anyMatch(one -> one.getPID() != ownBackend)) {
            wakeup.signalAll();
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException, InterruptedException;
    }

    private void whileRunning(String what, Work work) {
        while (running) {
            try (Connection connection = dataSource.getConnection()) {
                work.on(connection);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | RuntimeException e) {
                if (running) {
                    if (!Outage.isKnown(e)) {
                        LOG.warn("Cannot {} at the moment: {}", what, e.getMessage());
                    }
                    LockSupport.parkNanos(LOOK_EVERY_MILLIS * 1_000_000L);
                }
            }
        }
    }
}
