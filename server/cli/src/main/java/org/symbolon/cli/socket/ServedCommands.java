package org.symbolon.cli.socket;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import org.symbolon.cli.CommandLineInterface;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Carries out commands within a server that runs, as far as they are such ones. */
final class ServedCommands {

    private final Backend backend;

    ServedCommands(Backend backend) {
        this.backend = backend;
    }

    /** The code with which it ended; empty if whoever gave the command has to carry it out himself. */
    OptionalInt carryOut(List<String> arguments, PrintWriter out, PrintWriter err) {
        String[] given = arguments.toArray(String[]::new);
        if (!isByServer(given)) {
            return OptionalInt.empty();
        }
        return OptionalInt.of(CommandLineInterface.create(backend)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(ServedCommands::explainFailure)
                .execute(given));
    }

    /** What ends the exchange is no failure of the command. */
    private static int explainFailure(Exception failure, CommandLine command, ParseResult result) throws Exception {
        if (failure instanceof Conversation.CallerGoneException
                || failure instanceof AskedCaller.NotForServerException) {
            throw failure;
        }
        return CommandLineInterface.explainFailure(failure, command);
    }

    /** What is misused, or asks for help, is explained elsewhere. */
    private boolean isByServer(String[] arguments) {
        try {
            ParseResult result = CommandLineInterface.create(backend).parseArgs(arguments);
            while (result.hasSubcommand()) {
                result = result.subcommand();
            }
            CommandLine command = result.commandSpec().commandLine();
            return command.getCommand() instanceof ByServer served
                    && served.isForServer()
                    && !command.isUsageHelpRequested();
        } catch (ParameterException misuse) {
            return false;
        }
    }
}
