package org.symbolon.cli.kernel;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A group of commands, which is nothing by itself. */
public abstract class CommandGroup implements Runnable {
    @Spec
    private CommandSpec specification;

    @Override
    public final void run() {
        throw new ParameterException(specification.commandLine(), "say what to do");
    }
}
