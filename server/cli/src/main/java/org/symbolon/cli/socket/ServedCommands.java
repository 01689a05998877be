package org.symbolon.cli.socket;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.symbolon.cli.CommandLineInterface;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Carries out commands within a server that runs, as far as they are such ones. */
public final class ServedCommands {

    private final Backend backend;

    public ServedCommands(Backend backend) {
        this.backend = backend;
    }

    /**
     * What came of a command.
     *
     * @param code with which it ended
     * @param out what it wrote to standard output
     * @param err what it wrote to standard error
     */
    public record Outcome(int code, String out, String err) {}

    /** Empty if whoever gave the command has to carry it out himself. */
    public Optional<Outcome> carryOut(List<String> arguments) {
        String[] given = arguments.toArray(String[]::new);
        if (!isByServer(given)) {
            return Optional.empty();
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = CommandLineInterface.create(backend)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(given);
        return Optional.of(new Outcome(code, out.toString(), err.toString()));
    }

    /** What is misused, or asks for help, is explained elsewhere. */
    private boolean isByServer(String[] arguments) {
        try {
            ParseResult result = CommandLineInterface.create(backend).parseArgs(arguments);
            while (result.hasSubcommand()) {
                result = result.subcommand();
            }
            CommandLine command = result.commandSpec().commandLine();
            return command.getCommand() instanceof ByServer && !command.isUsageHelpRequested();
        } catch (ParameterException misuse) {
            return false;
        }
    }
}
