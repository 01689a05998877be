package org.symbolon.cli.admin;

import java.io.PrintWriter;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells who may administer the server, one line for each, fit for scripts. */
@Command(name = "list", description = "List the administrators: a line with name and e-mail address for each.")
final class AdminListCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Mixin
    private SharedOptions options;

    AdminListCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        PrintWriter out = specification.commandLine().getOut();
        backend.reading().use(options, Administrators.class, administrators -> administrators
                .list()
                .forEach(administrator -> out.println((administrator.name() + "\t" + administrator.email()).strip())));
    }
}
