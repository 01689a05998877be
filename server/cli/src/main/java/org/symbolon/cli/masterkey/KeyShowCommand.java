package org.symbolon.cli.masterkey;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which master key there is, and which one the database wants. */
@Command(
        name = "show",
        description = {
            "Show where the master key lies and its fingerprint, never the key; which one the database wants, and which others"
                    + " there are.",
            "Exit code 0 if the key is the one of the database, 1 if not."
        })
final class KeyShowCommand implements Callable<Integer> {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Mixin
    private SharedOptions options;

    KeyShowCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public Integer call() {
        MasterKeys.Shown shown = backend.reading().ask(options, MasterKeys.class, MasterKeys::show);
        PrintWriter out = specification.commandLine().getOut();
        out.printf("In use     %s  %s%n", shown.current().orElse("none            "), shown.file());
        out.printf("Database   %s%n", shown.wanted().orElse("has noted none"));
        shown.next().ifPresent(next -> out.printf("To follow  %s  %s%n", next.fingerprint(), next.file()));
        shown.former().forEach(file -> out.printf("Former     %s%n", file));
        if (shown.wanted().isEmpty() || shown.wanted().equals(shown.current())) {
            return ExitCode.OK;
        }
        if (shown.next()
                .filter(next -> shown.wanted().get().equals(next.fingerprint()))
                .isPresent()) {
            out.println("The database lies under the one that is to follow: the next start puts it in its place.");
            return ExitCode.OK;
        }
        out.println("The key in use is not the one of the database.");
        return ExitCode.SOFTWARE;
    }
}
