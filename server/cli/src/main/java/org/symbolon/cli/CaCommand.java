package org.symbolon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands on certificate authorities. */
@Command(
        name = "ca",
        description = {
            "Make a certificate authority on this machine, list those that there are, or publish what they have revoked.",
            "A server renews the lists of its own files by itself."
        })
final class CaCommand implements Runnable {
    @Spec
    private CommandSpec specification;

    @Override
    public void run() {
        throw new ParameterException(specification.commandLine(), "say what to do");
    }
}
