package org.symbolon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands on policies. */
@Command(name = "policy", description = "See what policies do and what others would have done; take them along.")
final class PolicyCommand implements Runnable {
    @Spec
    private CommandSpec specification;

    @Override
    public void run() {
        throw new ParameterException(specification.commandLine(), "say what to do");
    }
}
