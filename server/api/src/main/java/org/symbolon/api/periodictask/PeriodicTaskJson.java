package org.symbolon.api.periodictask;

import java.util.HashMap;
import java.util.Map;
import org.symbolon.api.kernel.Shape;
import org.symbolon.api.kernel.WireTime;
import org.symbolon.command.periodictask.module.TaskModule;
import org.symbolon.command.periodictask.module.TaskOption;
import org.symbolon.events.periodictask.TaskDefinition;
import org.symbolon.projections.periodictask.PeriodicTaskView;

/** Puts periodic tasks, and what they can do, into JSON. */
final class PeriodicTaskJson {

    /** What {@link #of} answers. */
    static final Shape SHAPE = Shape.fields("")
            .with("id", Shape.number("Its number."))
            .with("name", Shape.text("Its name."))
            .with("active", Shape.flag("Whether it is switched on."))
            .with("interval", Shape.text("When it runs, as cron writes it."))
            .with("nodes", Shape.list("On which nodes."))
            .with("taskmodule", Shape.text("What it does."))
            .with("retry_if_failed", Shape.flag("Whether it is tried again when it failed."))
            .with("last_update", Shape.text("When it was defined or switched last."))
            .with("ordering", Shape.number("When it takes its turn, the lowest first."))
            .with("options", Shape.mapOf("How it does it.", Shape.text("")))
            .with("last_runs", Shape.mapOf("When it ran last, by node.", Shape.text("")));

    /** How a task is sent. */
    static final Shape DEFINITION = Shape.fields("")
            .with("id", Shape.number("Its number, where it exists already."))
            .with("name", Shape.text("Its name, which no other task has.").required())
            .with("interval", Shape.text("When it runs, as cron writes it.").required())
            .with("nodes", Shape.list("On which nodes.").required())
            .with("taskmodule", Shape.text("What it does.").required())
            .with(
                    "ordering",
                    Shape.number("When it takes its turn, the lowest first.").required())
            .with("active", Shape.flag("Whether it is switched on.").or(true))
            .with(
                    "retry_if_failed",
                    Shape.flag("Whether it is tried again when it failed.").or(true))
            .with("options", Shape.object("How it does it."));

    private PeriodicTaskJson() {}

    static Map<String, Object> of(PeriodicTaskView task) {
        TaskDefinition definition = task.definition();
        Map<String, Object> lastRuns = new HashMap<>();
        task.lastRuns().forEach((node, time) -> lastRuns.put(node, WireTime.of(time)));
        Map<String, Object> json = new HashMap<>();
        json.put("id", task.id());
        json.put("name", definition.name());
        json.put("active", definition.active());
        json.put("retry_if_failed", definition.retryIfFailed());
        json.put("interval", definition.interval());
        json.put("nodes", definition.nodes());
        json.put("taskmodule", definition.module());
        json.put("ordering", definition.ordering());
        json.put("options", definition.options());
        json.put("last_update", WireTime.of(task.lastUpdate()));
        json.put("last_runs", lastRuns);
        return json;
    }

    static Map<String, Object> options(TaskModule module) {
        Map<String, Object> json = new HashMap<>();
        for (TaskOption option : module.options()) {
            json.put(option.name(), option(option));
        }
        return json;
    }

    private static Map<String, Object> option(TaskOption option) {
        Map<String, Object> json = new HashMap<>();
        json.put("type", option.isFlag() ? "bool" : "str");
        json.put("description", option.description());
        if (!option.isFlag()) {
            json.put("required", true);
        }
        return json;
    }
}
