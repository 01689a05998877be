package org.symbolon.command.periodictask;

import java.util.Map;
import org.symbolon.command.error.Refusal;
import org.symbolon.command.periodictask.module.TaskModule;
import org.symbolon.command.shared.Limits;
import org.symbolon.events.periodictask.TaskDefinition;

/** What a periodic task must be like to be stored. Options are kept as they are sent; the module reads those it knows. */
final class TaskRules {

    private static final int NAME = 64;
    private static final int COLUMN = 256;
    private static final int MOST_OPTIONS = 500;

    private TaskRules() {}

    static void check(TaskDefinition definition) {
        if (definition.name().isBlank()) {
            throw Refusal.parameter("Parameter 'name' must not be empty");
        }
        Limits.check("name", definition.name(), NAME);
        Limits.check("interval", definition.interval(), COLUMN);
        CronInterval.check(definition.interval());
        if (definition.nodes().isEmpty()) {
            throw Refusal.parameter("nodes: expected at least one node");
        }
        if (definition.nodes().stream().anyMatch(node -> node.contains(","))) {
            throw Refusal.parameter("nodes: expected names without commas");
        }
        Limits.check("nodes", String.join(", ", definition.nodes()), COLUMN);
        if (TaskModule.find(definition.module()).isEmpty()) {
            throw TaskModule.unknown(definition.module());
        }
        if (definition.ordering() < 0) {
            throw Refusal.parameter("Invalid ordering: " + definition.ordering());
        }
        checkOptions(definition.options());
    }

    private static void checkOptions(Map<String, String> options) {
        if (options.size() > MOST_OPTIONS) {
            throw Refusal.parameter("There must not be more than " + MOST_OPTIONS + " options");
        }
        options.forEach((key, value) -> {
            if (key.isEmpty()) {
                throw Refusal.parameter("The key of an option must not be empty");
            }
            Limits.check(key, key, Limits.SETTING_KEY);
            Limits.check(key, value, Limits.SETTING_VALUE);
        });
    }
}
