package org.symbolon.cli.apikey;

import java.time.Duration;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a key for a program and prints it: the one time that anybody sees it. */
@Command(
        name = "create",
        description = {
            "Make a key for a program, and print it. Nobody can look it up again.",
            "On the standard error stands the id by which it can be revoked.",
            "The program sends it in the header Authorization."
        })
final class ApiKeyCreateCommand implements Runnable, ByServer {
    private static final int MOST_DAYS = 36_500;

    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(
            paramLabel = "NAME",
            description = "The program's name; with --role admin, the name of the administrator that it acts as.")
    private String name;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "What it is good for: validate (asking about log-ins) or admin. Default: validate.")
    private ApiKeys.Role role = ApiKeys.Role.VALIDATE;

    @Option(names = "--realm", paramLabel = "REALM", description = "The realm that the key names. Default: API.")
    private String realm = "API";

    @Option(names = "--days", paramLabel = "DAYS", description = "How long it is good. Default: 365.")
    private int days = 365;

    @Mixin
    private SharedOptions options;

    ApiKeyCreateCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        if (days < 1 || days > MOST_DAYS) {
            throw new ParameterException(specification.commandLine(), "--days must be between 1 and " + MOST_DAYS);
        }
        ApiKeys.Issued issued =
                backend.ask(options, ApiKeys.class, keys -> keys.issue(name, realm, role, Duration.ofDays(days)));
        specification.commandLine().getOut().println(issued.key());
        specification.commandLine().getErr().println("To end it sooner: symbolon apikey revoke " + issued.id());
    }
}
