package org.symbolon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands on the audit. */
@Command(name = "audit", description = "Print the audit, find out whether it is whole, or remove its oldest rows.")
final class AuditCommand implements Runnable {
    @Spec
    private CommandSpec specification;

    @Override
    public void run() {
        throw new ParameterException(specification.commandLine(), "say what to do");
    }
}
