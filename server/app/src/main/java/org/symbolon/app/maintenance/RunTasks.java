package org.symbolon.app.maintenance;

import java.util.List;
import org.springframework.stereotype.Component;
import org.symbolon.cli.kernel.CommandFailedException;
import org.symbolon.cli.periodictask.PeriodicTasks;
import org.symbolon.projections.periodictask.PeriodicTaskView;
import org.symbolon.reactions.periodictask.TaskRunner;

/** Runs periodic tasks for the command line. */
@Component
final class RunTasks implements PeriodicTasks {

    private final TaskRunner runner;

    RunTasks(TaskRunner runner) {
        this.runner = runner;
    }

    @Override
    public List<Task> list() {
        return runner.tasks().stream().map(RunTasks::shown).toList();
    }

    private static Task shown(PeriodicTaskView task) {
        return new Task(
                task.id(),
                task.definition().name(),
                task.definition().active(),
                task.definition().interval(),
                task.definition().module(),
                task.definition().nodes(),
                task.definition().options());
    }

    @Override
    public List<String> due() {
        return runner.due();
    }

    @Override
    public List<Run> runDue() {
        return runner.runDue().stream().map(RunTasks::over).toList();
    }

    @Override
    public Run runNow(String name) {
        return runner.runNow(name)
                .map(RunTasks::over)
                .orElseThrow(() -> new CommandFailedException("there is no periodic task " + name));
    }

    private static Run over(TaskRunner.Run run) {
        return new Run(run.name(), run.failure());
    }
}
