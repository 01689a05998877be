package org.symbolon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The group of commands on keys for programs. */
@Command(name = "apikey", description = "Manage the keys that programs show instead of logging in.")
final class ApiKeyCommand implements Runnable {
    @Spec
    private CommandSpec specification;

    @Override
    public void run() {
        throw new ParameterException(specification.commandLine(), "say what to do");
    }
}
