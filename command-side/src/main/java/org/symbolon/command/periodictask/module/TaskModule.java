package org.symbolon.command.periodictask.module;

import java.util.List;
import java.util.Optional;
import org.symbolon.command.error.Refusal;

/**
 * What one kind of periodic task can do, as a table of its options. Whatever checks, shows or runs tasks reads the same
 * table.
 */
public record TaskModule(String name, List<TaskOption> options) {

    private static final List<TaskModule> ALL = List.of(
            new TaskModule(
                    "EventCounter",
                    List.of(
                            TaskOption.line("event_counter", "The counter that is read."),
                            TaskOption.line("stats_key", "The key of the statistics that its value is noted under."),
                            TaskOption.flag("reset_event_counter", "Begin to count anew after reading."))),
            new TaskModule(
                    "SimpleStats",
                    List.of(
                            TaskOption.flag("total_tokens", "How many tokens there are."),
                            TaskOption.flag("hardware_tokens", "How many of them are hardware."),
                            TaskOption.flag("software_tokens", "How many of them are software."),
                            TaskOption.flag("unassigned_hardware_tokens", "How much hardware belongs to nobody."),
                            TaskOption.flag("assigned_tokens", "How many tokens have an owner."),
                            TaskOption.flag("user_with_token", "How many users have an enabled token."))));

    /** In the order in which they are shown. */
    public static List<TaskModule> all() {
        return ALL;
    }

    public static Optional<TaskModule> find(String name) {
        return ALL.stream().filter(module -> module.name().equals(name)).findFirst();
    }

    /** The refusal of a name that is no module's. */
    public static Refusal unknown(String name) {
        return Refusal.parameter("Unknown task module: '" + name + "'");
    }
}
