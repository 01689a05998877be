package org.symbolon.cli.admin;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes an administrator's access away; what they did stays in the history. */
@Command(name = "remove", description = "Remove an administrator. What they did stays in the history.")
final class AdminRemoveCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "NAME", description = "The administrator's name.")
    private String name;

    @Mixin
    private SharedOptions options;

    AdminRemoveCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        backend.use(options, Administrators.class, administrators -> administrators.remove(name));
        specification.commandLine().getOut().printf("Administrator %s removed.%n", name);
    }
}
