package org.symbolon.cli.admin;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.NewPassword;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes an administrator, who can then log in over the REST API and the web interface. */
@Command(name = "add", description = "Add an administrator, who may then log in.")
final class AdminAddCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "NAME", description = "The name to log in with.")
    private String name;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "Where mail to the administrator goes.")
    private String email = "";

    @Mixin
    private NewPassword password;

    @Mixin
    private SharedOptions options;

    AdminAddCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        String chosen = password.ask(backend.caller(), name);
        backend.use(options, Administrators.class, administrators -> administrators.add(name, chosen, email));
        specification.commandLine().getOut().printf("Administrator %s added.%n", name);
    }
}
