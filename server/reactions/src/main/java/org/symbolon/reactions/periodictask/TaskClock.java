package org.symbolon.reactions.periodictask;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Has a server look every few seconds which periodic tasks are due, and run them one after the other. */
public final class TaskClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TaskClock.class);
    private static final int SECONDS_TO_FINISH = 10;

    private final TaskRunner runner;
    private final Duration pause;
    private ThreadPoolTaskScheduler scheduler;
    private ScheduledFuture<?> looks;

    /**
     * Makes it.
     *
     * @param pause between two looks; zero for none at all
     */
    public TaskClock(TaskRunner runner, @Value("${symbolon.task-pause:10s}") Duration pause) {
        this.runner = runner;
        this.pause = pause;
    }

    @Override
    public synchronized void start() {
        if (pause.isZero() || pause.isNegative()) {
            return;
        }
        scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("symbolon-tasks-");
        scheduler.setDaemon(true);
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
        scheduler.initialize();
        looks = scheduler.scheduleWithFixedDelay(this::look, pause);
    }

    private void look() {
        try {
            runner.runDue();
        } catch (RuntimeException failure) {
            LOG.warn("Periodic tasks cannot run at the moment: {}", failure.getMessage());
        }
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            looks.cancel(false);
            scheduler.shutdown();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }
}
