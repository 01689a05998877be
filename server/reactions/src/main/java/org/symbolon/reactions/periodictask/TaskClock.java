package org.symbolon.reactions.periodictask;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.symbolon.reactions.schedule.Clockwork;

/** Has a server look every few seconds which periodic tasks are due, and run them one after the other. */
public final class TaskClock extends Clockwork {

    private final TaskRunner runner;

    /**
     * Makes it.
     *
     * @param pause between two looks; zero for none at all
     */
    public TaskClock(TaskRunner runner, @Value("${symbolon.task-pause:10s}") Duration pause) {
        super("symbolon-tasks-", "Periodic tasks cannot run", Duration.ZERO, pause);
        this.runner = runner;
    }

    @Override
    protected void look() {
        runner.runDue();
    }
}
