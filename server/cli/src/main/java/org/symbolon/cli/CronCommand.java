package org.symbolon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands on periodic tasks. */
@Command(
        name = "cron",
        description = {
            "Run periodic tasks, or list them.",
            "A server runs those of its node by itself; these commands do the same from outside, beside it or without it."
        })
final class CronCommand implements Runnable {
    @Spec
    private CommandSpec specification;

    @Override
    public void run() {
        throw new ParameterException(specification.commandLine(), "say what to do");
    }
}
