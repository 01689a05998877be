package org.symbolon.endtoend.harness;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.symbolon.app.SpringBackend;
import org.symbolon.cli.CommandLineInterface;
import org.symbolon.endtoend.harness.CommandLineOnServer.Outcome;
import org.symbolon.store.database.DatabaseAccess;
import picocli.CommandLine;

/**
 * The command line as a program of its own on the database of servers, in this process: it starts all that it needs itself, and asks none of
 * them.
 */
public final class CommandLineBesideServers {

    private CommandLineBesideServers() {}

    public static Outcome run(Path data, DatabaseAccess database, String... arguments) {
        Map<String, String> settings = Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password());
        settings.forEach(System::setProperty);
        try {
            return outcome(data, arguments);
        } finally {
            settings.keySet().forEach(System::clearProperty);
        }
    }

    private static Outcome outcome(Path data, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commands = CommandLineInterface.create(new SpringBackend())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int code = commands.execute(all.toArray(String[]::new));
        return new Outcome(code, out.toString(), err.toString());
    }
}
