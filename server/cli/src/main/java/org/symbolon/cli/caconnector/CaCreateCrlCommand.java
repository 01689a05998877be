package org.symbolon.cli.caconnector;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes what a certificate authority has revoked. */
@Command(
        name = "create-crl",
        aliases = "create_crl",
        description = "Renew the list of what a certificate authority has revoked, where that is due.")
final class CaCreateCrlCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "NAME", description = "The name of the connector.")
    private String name;

    @Option(
            names = {"-f", "--force"},
            description = "Renew it in any case.")
    private boolean forced;

    @Mixin
    private SharedOptions options;

    CaCreateCrlCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        boolean renewed = backend.ask(
                options, CertificateAuthorityTools.class, tools -> tools.createRevocationList(name, forced));
        specification
                .commandLine()
                .getOut()
                .printf(renewed ? "The list of %s is renewed.%n" : "The list of %s need not be renewed yet.%n", name);
    }
}
