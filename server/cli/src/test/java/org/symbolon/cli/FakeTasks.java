package org.symbolon.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.symbolon.cli.periodictask.PeriodicTasks;

/** Two periodic tasks, and runs that end as a test wants. */
final class FakeTasks implements PeriodicTasks {
    final List<Run> runs = new ArrayList<>();
    final List<String> started = new ArrayList<>();

    @Override
    public List<Task> list() {
        return List.of(
                new Task(
                        3,
                        "count",
                        true,
                        "0 0 * * *",
                        "SimpleStats",
                        List.of("a", "b"),
                        Map.of("total_tokens", "1", "assigned_tokens", "True")),
                new Task(12, "other\n", false, "@hourly", "EventCounter", List.of("a"), Map.of()));
    }

    @Override
    public List<String> due() {
        return runs.stream().map(Run::name).toList();
    }

    @Override
    public List<Run> runDue() {
        started.add("all");
        return runs;
    }

    @Override
    public Run runNow(String name) {
        started.add(name);
        return runs.get(0);
    }
}
