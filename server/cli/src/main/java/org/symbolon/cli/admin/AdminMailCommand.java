package org.symbolon.cli.admin;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Notes where mail to an administrator goes from now on. */
@Command(name = "mail", description = "Change the e-mail address of an administrator.")
final class AdminMailCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(index = "0", paramLabel = "NAME", description = "The administrator's name.")
    private String name;

    @Parameters(index = "1", paramLabel = "ADDRESS", description = "The new address; '' for none.")
    private String address;

    @Mixin
    private SharedOptions options;

    AdminMailCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        backend.use(options, Administrators.class, administrators -> administrators.changeEmail(name, address));
        specification.commandLine().getOut().printf("E-mail address of %s changed.%n", name);
    }
}
