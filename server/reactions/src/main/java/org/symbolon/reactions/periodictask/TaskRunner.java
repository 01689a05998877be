package org.symbolon.reactions.periodictask;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.periodictask.CronInterval;
import org.symbolon.command.periodictask.FinishTaskRun;
import org.symbolon.command.periodictask.FinishTaskRun.Outcome;
import org.symbolon.command.periodictask.RecordTaskRun;
import org.symbolon.command.sending.CommandSender;
import org.symbolon.events.periodictask.TaskDefinition;
import org.symbolon.projections.periodictask.PeriodicTaskView;
import org.symbolon.query.periodictask.ListPeriodicTasks;
import org.symbolon.query.sending.QueryDispatcher;

/**
 * Runs the periodic tasks of this node that are due: for the server's own clock, and for the command line. Missed times are
 * not made up for; a run that failed leaves the task due, unless its definition says that it is not to be tried again.
 */
public final class TaskRunner {

    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);

    private final QueryDispatcher queries;
    private final CommandSender commands;
    private final Map<String, TaskWork> works;
    private final Clock clock;
    private final String node;

    public TaskRunner(
            QueryDispatcher queries,
            CommandSender commands,
            List<TaskWork> works,
            Clock clock,
            @Value("${symbolon.node}") String node) {
        this.queries = queries;
        this.commands = commands;
        this.works = works.stream().collect(Collectors.toUnmodifiableMap(TaskWork::module, Function.identity()));
        this.clock = clock;
        this.node = node;
    }

    /** A task and the time since when it is due. */
    private record Due(PeriodicTaskView task, Instant since) {}

    /**
     * A run that is over.
     *
     * @param failure why it failed, empty if it did not
     */
    public record Run(String name, String failure) {}

    /** All tasks, in the order of their turns. */
    public List<PeriodicTaskView> tasks() {
        return queries.list(new ListPeriodicTasks(), PeriodicTaskView.class);
    }

    /** Those of this node that are due now. */
    public List<String> due() {
        return dueTasks().stream().map(due -> due.task().definition().name()).toList();
    }

    /** Runs those of this node that are due; one that fails keeps none of the others from running. */
    public List<Run> runDue() {
        List<Run> runs = new ArrayList<>();
        dueTasks().forEach(due -> run(due.task(), due.since()).ifPresent(runs::add));
        return runs;
    }

    /** Runs the task of this name, whether it is active, due and this node's or not; empty if there is none. */
    public Optional<Run> runNow(String name) {
        return tasks().stream()
                .filter(each -> each.definition().name().equals(name))
                .findFirst()
                .flatMap(task -> run(task, null));
    }

    private List<Due> dueTasks() {
        Instant now = clock.instant();
        return tasks().stream()
                .filter(task -> task.definition().active())
                .filter(task -> task.definition().nodes().contains(node))
                .flatMap(task -> dueSince(task, now).map(since -> new Due(task, since)).stream())
                .toList();
    }

    private Optional<Instant> dueSince(PeriodicTaskView task, Instant now) {
        LocalDateTime last = task.lastRuns().getOrDefault(node, task.lastUpdate());
        try {
            return CronInterval.of(task.definition().interval())
                    .nextAfter(last.toInstant(ZoneOffset.UTC), ZoneId.systemDefault())
                    .filter(next -> !next.isAfter(now));
        } catch (Refusal unreadable) {
            LOG.warn("The periodic task {} is never due: {}", task.definition().name(), unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** Empty if another process of this node was faster. */
    private Optional<Run> run(PeriodicTaskView task, Instant due) {
        String name = task.definition().name();
        try {
            Outcome outcome = finish(task, due);
            if (outcome == Outcome.RUN_ALREADY) {
                return Optional.empty();
            }
            if (outcome == Outcome.NOTHING_COUNTED) {
                LOG.warn("The periodic task {} found no such counter", name);
            }
            return Optional.of(new Run(name, ""));
        } catch (RuntimeException failure) {
            LOG.warn("The periodic task {} failed: {}", name, failure.getMessage());
            recordFailure(task);
            return Optional.of(new Run(name, Objects.requireNonNullElse(failure.getMessage(), failure.toString())));
        }
    }

    private Outcome finish(PeriodicTaskView task, Instant due) {
        TaskDefinition definition = task.definition();
        TaskWork work = Optional.ofNullable(works.get(definition.module()))
                .orElseThrow(() -> new IllegalArgumentException("there is no module " + definition.module()));
        TaskWork.Result result = work.run(definition.options());
        return (Outcome) commands.sendAs(
                actor(definition),
                new FinishTaskRun(task.id(), node, due, clock.instant(), result.figures(), result.reading()));
    }

    private void recordFailure(PeriodicTaskView task) {
        if (task.definition().retryIfFailed()) {
            return;
        }
        try {
            commands.sendAs(actor(task.definition()), new RecordTaskRun(task.id(), node));
        } catch (RuntimeException failure) {
            LOG.warn("The run could not be recorded: {}", failure.getMessage());
        }
    }

    private static String actor(TaskDefinition definition) {
        return "periodic task " + definition.name();
    }
}
