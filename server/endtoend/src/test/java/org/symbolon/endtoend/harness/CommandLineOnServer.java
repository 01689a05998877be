package org.symbolon.endtoend.harness;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.symbolon.cli.CommandLineInterface;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine;

/** The command line on a server that runs, so that no command has to start what the server has already. */
public final class CommandLineOnServer implements Backend {

    private final InProcessServer server;

    public CommandLineOnServer(InProcessServer server) {
        this.server = server;
    }

    /**
     * What a command came to.
     *
     * @param out standard output
     * @param err standard error
     */
    public record Outcome(int code, String out, String err) {}

    public Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = CommandLineInterface.create(this);
        int code = commands.setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    @Override
    public Backend reading() {
        return this;
    }

    @Override
    public <T> void use(SharedOptions options, Class<T> type, Consumer<T> work) {
        work.accept(server.bean(type));
    }

    @Override
    public RunningServer serve(SharedOptions options) {
        throw new AssertionError("the server runs already");
    }
}
