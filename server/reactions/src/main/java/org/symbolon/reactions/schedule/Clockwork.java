package org.symbolon.reactions.schedule;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Has a server look again and again for something to do, from its start to its end, one look after the other. */
public abstract class Clockwork implements SmartLifecycle {

    private static final int SECONDS_TO_FINISH = 10;

    private final String threads;
    private final String trouble;
    private final Duration before;
    private final Duration pause;
    private ThreadPoolTaskScheduler scheduler;
    private ScheduledFuture<?> looks;

    /**
     * Makes it.
     *
     * @param threads how the names of its threads begin
     * @param trouble what the log says where a look fails, before "at the moment"
     * @param before how long after the start the first look is
     * @param pause between two looks; zero for none at all
     */
    protected Clockwork(String threads, String trouble, Duration before, Duration pause) {
        this.threads = threads;
        this.trouble = trouble;
        this.before = before;
        this.pause = pause;
    }

    /** Looks once; what fails is tried again with the next look. */
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
                new RepeatedLook(this::look, LoggerFactory.getLogger(getClass()), trouble),
                scheduler.getClock().instant().plus(before),
                pause);
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
