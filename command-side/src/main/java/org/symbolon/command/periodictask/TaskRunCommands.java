package org.symbolon.command.periodictask;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.symbolon.command.eventcounter.Counters;
import org.symbolon.command.monitoring.Statistics;
import org.symbolon.command.periodictask.FinishTaskRun.CounterReading;
import org.symbolon.command.periodictask.FinishTaskRun.Outcome;
import org.symbolon.command.shared.Existing;
import org.symbolon.command.shared.Limits;

/**
 * What becomes of runs of periodic tasks. What a run brings and the record of it are one transaction: of two processes
 * that run a task of one node at once, the event store's unique key refuses the second, which then finds that it has run.
 */
public class TaskRunCommands {

    private static final int NODE = 255;

    private final Existing<PeriodicTask> tasks;
    private final Statistics statistics;
    private final Counters counters;

    public TaskRunCommands(Repository<PeriodicTask> tasks, Statistics statistics, Counters counters) {
        this.tasks = new Existing<>(tasks, PeriodicTask::present, "PeriodicTask");
        this.statistics = statistics;
        this.counters = counters;
    }

    /** A run that brought nothing: it failed and is not to be tried again. */
    @CommandHandler
    public void handle(RecordTaskRun command) {
        Limits.check("node", command.node(), NODE);
        load(command.taskId()).execute(found -> found.ran(command.node()));
    }

    @CommandHandler
    public Outcome handle(FinishTaskRun command) throws Exception {
        Limits.check("node", command.node(), NODE);
        Aggregate<PeriodicTask> task = load(command.taskId());
        Instant due = command.due();
        if (due != null && task.invoke(found -> found.hasRunSince(command.node(), due))) {
            return Outcome.RUN_ALREADY;
        }
        for (Map.Entry<String, Long> figure : command.figures().entrySet()) {
            statistics.record(figure.getKey(), command.moment(), figure.getValue());
        }
        boolean counted = command.reading() == null || isNoted(command.reading(), command.moment());
        task.execute(found -> found.ran(command.node()));
        return counted ? Outcome.DONE : Outcome.NOTHING_COUNTED;
    }

    private boolean isNoted(CounterReading reading, Instant moment) throws Exception {
        OptionalLong value = counters.read(reading.counter(), reading.anew());
        if (value.isPresent()) {
            statistics.record(reading.key(), moment, value.getAsLong());
        }
        return value.isPresent();
    }

    private Aggregate<PeriodicTask> load(int number) {
        return tasks.require(PeriodicTask.idOf(number));
    }
}
