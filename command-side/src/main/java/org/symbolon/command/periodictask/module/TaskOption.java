package org.symbolon.command.periodictask.module;

/** What can be said about a task: a line in the table of its module. What is no flag must be there for the task to run. */
public record TaskOption(String name, boolean isFlag, String description) {

    static TaskOption line(String name, String description) {
        return new TaskOption(name, false, description);
    }

    static TaskOption flag(String name, String description) {
        return new TaskOption(name, true, description);
    }
}
