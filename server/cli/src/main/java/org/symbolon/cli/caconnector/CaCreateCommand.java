package org.symbolon.cli.caconnector;

import java.nio.file.Path;
import java.util.Optional;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.NewPassword;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a certificate authority with a key of its own, and a connector to it. */
@Command(
        name = "create",
        description = {
            "Make a certificate authority on this machine, with a key and a certificate that it signs itself, and a connector to it.",
            "Where several servers share a database, each of them needs a copy of its directory."
        })
final class CaCreateCommand implements Runnable, ByServer {

    private static final int LEAST_BITS = 2048;
    private static final int MOST_BITS = 16_384;

    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "NAME", description = "The name of the connector.")
    private String name;

    @Option(
            names = {"-t", "--type"},
            paramLabel = "TYPE",
            description = {
                "local: the server signs by itself. openssl: it has the program openssl sign in the directory.",
                "Default: local."
            })
    private String type = "local";

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = {
                "Where it is made. The server must be let there by symbolon.ca-directories.",
                "Default: ca/NAME in the directory with the data."
            })
    private Optional<Path> directory = Optional.empty();

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            description = "How it calls itself, as CN=Example,O=Company or /CN=Example/O=Company. Default: /CN=NAME.")
    private Optional<String> subject = Optional.empty();

    @Option(names = "--key-size", paramLabel = "BITS", description = "How many bits its key has. Default: 4096.")
    private int keySize = 4096;

    @Option(names = "--days", paramLabel = "N", description = "For how long its certificate is valid. Default: 1800.")
    private int days = 1800;

    @Option(
            names = "--crl-days",
            paramLabel = "N",
            description = "For how long a list of what it has revoked is valid. Default: 30.")
    private int listDays = 30;

    @Option(
            names = "--crl-overlap",
            paramLabel = "N",
            description = "How many days before its end a list is renewed. Default: 5.")
    private int overlapDays = 5;

    @Option(
            names = "--encrypt-key",
            description = "Encipher its key with a password, which the server keeps sealed. It is asked for.")
    private boolean encipher;

    @Mixin
    private NewPassword password;

    @Mixin
    private SharedOptions options;

    CaCreateCommand(Backend backend) {
        this.backend = backend;
    }

    /** What a relative name of a directory means, and what may be written there, depends on who gives the command. */
    @Override
    public boolean isForServer() {
        return directory.isEmpty();
    }

    @Override
    public void run() {
        require(keySize >= LEAST_BITS && keySize <= MOST_BITS, "a key has 2048 to 16384 bits");
        require(days > 0 && listDays > 0 && overlapDays >= 0, "days are positive numbers");
        CertificateAuthorityTools.NewConnector wanted = new CertificateAuthorityTools.NewConnector(
                name,
                type,
                directory,
                subject.orElse("/CN=" + name),
                keySize,
                days,
                listDays,
                overlapDays,
                encipher ? password.ask(backend.caller(), "the key of " + name) : "");
        Path made = backend.ask(options, CertificateAuthorityTools.class, tools -> tools.create(wanted));
        specification.commandLine().getOut().printf("The certificate authority %s is in %s.%n", name, made);
    }

    private void require(boolean right, String otherwise) {
        if (!right) {
            throw new ParameterException(specification.commandLine(), otherwise);
        }
    }
}
