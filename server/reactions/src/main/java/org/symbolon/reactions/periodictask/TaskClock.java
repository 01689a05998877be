package org.symbolon.reactions.periodictask;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.symbolon.reactions.schedule.Clockwork;

/** Has a server look every few seconds which periodic tasks are due, and run them one after the other. */
public final class TaskClock extends Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(TaskClock.class);

    private final TaskRunner runner;

    /**
     * Makes it.
     *
     * @param pause between two looks; zero for none at all
     */
    public TaskClock(TaskRunner runner, @Value("${symbolon.task-pause:10s}") Duration pause) {
        super("symbolon-tasks-", Duration.ZERO, pause);
        this.runner = runner;
    }

    @Override
    protected void look() {
        try {
            runner.runDue();
        } catch (RuntimeException failure) {
            LOG.warn("Periodic tasks cannot run at the moment: {}", failure.getMessage());
        }
    }
}
