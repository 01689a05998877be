package org.symbolon.cli;

import java.util.concurrent.Callable;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the server until it is told to stop. */
@Command(
        name = "serve",
        description = {
            "Run the server until ctrl-C or SIGTERM.",
            "One line on standard output says when it is ready; the log goes to standard error."
        },
        footer = {
            "",
            "The server listens on all addresses, with plain HTTP: put a proxy with TLS before it. To listen on one"
                    + " address only, set SERVER_ADDRESS (as in 127.0.0.1).",
            "To use a PostgreSQL server of your own, set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
                    + " SPRING_DATASOURCE_PASSWORD.",
            "To answer VPN gateways by RADIUS as well, set SYMBOLON_RADIUS_PORT (as in 1812)."
        })
final class ServeCommand implements Callable<Integer> {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Mixin
    private SharedOptions options;

    ServeCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public Integer call() throws InterruptedException {
        Backend.RunningServer server = backend.serve(options);
        specification
                .commandLine()
                .getOut()
                .printf("Symbolon is ready at http://127.0.0.1:%d (node %s)%n", server.port(), server.node());
        specification.commandLine().getOut().flush();
        server.awaitEnd();
        return ExitCode.OK;
    }
}
