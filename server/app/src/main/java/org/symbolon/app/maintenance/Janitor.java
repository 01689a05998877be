package org.symbolon.app.maintenance;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.symbolon.command.config.port.SystemSettings;
import org.symbolon.command.sending.CommandSender;

/**
 * Clears away what has expired, beside the requests, which pay nothing for it. Every node does, since whoever comes first
 * leaves nothing to the others. The setting DisableAutoChallengeJanitor stops it.
 */
@Component
@ConditionalOnWebApplication
public final class Janitor implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Janitor.class);

    private final CommandSender commands;
    private final List<Chore> chores;
    private final SystemSettings settings;
    private final Duration interval;
    private ScheduledExecutorService executor;

    public Janitor(
            CommandSender commands,
            List<Chore> chores,
            SystemSettings settings,
            @Value("${symbolon.janitor-interval:PT1M}") Duration interval) {
        this.commands = commands;
        this.chores = List.copyOf(chores);
        this.settings = settings;
        this.interval = interval;
    }

    /** Does all chores once, unless the setting forbids it. */
    public void cleanUp() {
        if (settings.flag("DisableAutoChallengeJanitor")) {
            return;
        }
        for (Chore chore : chores) {
            try {
                commands.sendAs("janitor", chore.command());
            } catch (RuntimeException fault) {
                LOG.warn("Cannot clear away {} at the moment", chore.what(), fault);
            }
        }
    }

    @Override
    public synchronized void start() {
        executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "symbolon-janitor");
            thread.setDaemon(true);
            return thread;
        });
        ScheduledFuture<?> unused = executor.scheduleWithFixedDelay(
                this::cleanUp, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for what is under way, since the database goes next. */
    @Override
    public synchronized void stop() {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        executor = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }
}
