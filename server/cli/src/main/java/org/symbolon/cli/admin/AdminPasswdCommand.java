package org.symbolon.cli.admin;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.NewPassword;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives an administrator a new password; the way back in for one who forgot it. */
@Command(name = "passwd", description = "Give an administrator a new password.")
final class AdminPasswdCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "NAME", description = "The administrator's name.")
    private String name;

    @Mixin
    private NewPassword password;

    @Mixin
    private SharedOptions options;

    AdminPasswdCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        String chosen = password.ask(backend.caller(), name);
        backend.use(options, Administrators.class, administrators -> administrators.changePassword(name, chosen));
        specification.commandLine().getOut().printf("Password of %s changed.%n", name);
    }
}
