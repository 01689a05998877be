package org.symbolon.cli.caconnector;

import java.io.PrintWriter;
import java.util.TreeMap;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.kernel.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells which certificate authorities are defined. */
@Command(name = "list", description = "List the connectors to certificate authorities.")
final class CaListCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show their options, too, but for secrets.")
    private boolean verbose;

    @Mixin
    private SharedOptions options;

    CaListCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        PrintWriter out = specification.commandLine().getOut();
        TextTable table = verbose ? new TextTable("NAME", "TYPE", "OPTION", "VALUE") : new TextTable("NAME", "TYPE");
        for (CertificateAuthorityTools.Connector connector :
                backend.reading().ask(options, CertificateAuthorityTools.class, CertificateAuthorityTools::list)) {
            if (verbose) {
                new TreeMap<>(connector.options())
                        .forEach((name, value) -> table.add(connector.name(), connector.type(), name, value));
            } else {
                table.add(connector.name(), connector.type());
            }
        }
        table.print(out);
    }
}
