package org.symbolon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands on read models. */
@Command(
        name = "projections",
        description = {
            "Look at the read models, or make them anew from the events.",
            "This works while servers run on the same data, and while none does."
        })
final class ProjectionsCommand implements Runnable {
    @Spec
    private CommandSpec specification;

    @Override
    public void run() {
        throw new ParameterException(specification.commandLine(), "say what to do");
    }
}
