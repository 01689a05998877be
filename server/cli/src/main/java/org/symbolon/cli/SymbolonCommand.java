package org.symbolon.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself, which only does something through its subcommands. */
@Command(
        name = "symbolon",
        versionProvider = VersionCommand.class,
        description = "A multi-factor authentication server.",
        footer = {
            "",
            "First steps:",
            "  symbolon demo                 see it work, step by step",
            "  symbolon admin add alice      make an administrator",
            "  symbolon serve                start the server on http://127.0.0.1:8080",
            "",
            "All data is kept in ./data, or where --data says. To use a PostgreSQL server of your own instead of the"
                    + " one that Symbolon brings, set SPRING_DATASOURCE_URL (as in jdbc:postgresql://host/name),"
                    + " SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.",
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong use."
        })
final class SymbolonCommand implements Runnable {
    @Spec
    private CommandSpec specification;

    @Override
    public void run() {
        throw new ParameterException(specification.commandLine(), "say what to do");
    }
}
