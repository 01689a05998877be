package org.symbolon.reactions.schedule;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Has a server look again and again for something to do, from its start to its end, one look after the other. */
public abstract class Clockwork implements SmartLifecycle {

    private static final int SECONDS_TO_FINISH = 10;

    private final String threads;
    private final Duration before;
    private final Duration pause;
    private ThreadPoolTaskScheduler scheduler;
    private ScheduledFuture<?> looks;

    /**
     * Makes it.
     *
     * @param threads how the names of its threads begin
     * @param before how long after the start the first look is
     * @param pause between two looks; zero for none at all
     */
    protected Clockwork(String threads, Duration before, Duration pause) {
        this.threads = threads;
        this.before = before;
        this.pause = pause;
    }

    /** Looks once. What is thrown would end all looks. */
    protected abstract void look();

    @Override
    public final synchronized void start() {
        if (pause.isZero() || pause.isNegative()) {
            return;
        }
        scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix(threads);
        scheduler.setDaemon(true);
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
        scheduler.initialize();
        looks = scheduler.scheduleWithFixedDelay(
                this::look, scheduler.getClock().instant().plus(before), pause);
    }

    @Override
    public final synchronized void stop() {
        if (scheduler != null) {
            looks.cancel(false);
            scheduler.shutdown();
            scheduler = null;
        }
    }

    @Override
    public final synchronized boolean isRunning() {
        return scheduler != null;
    }
}
