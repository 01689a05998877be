package org.symbolon.cli.policy;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.kernel.TextFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes all policies into a file. */
@Command(
        name = "export",
        description =
                "Write all policies, in use or not, in the form that eduMFA's policy files have. Nothing is lost.")
final class PolicyExportCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Where to. Default: standard output.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private SharedOptions options;

    PolicyExportCommand(Backend backend) {
        this.backend = backend;
    }

    /** Files are written by whoever gives the command. */
    @Override
    public boolean isForServer() {
        return file.isEmpty();
    }

    @Override
    public void run() {
        String policies = backend.reading().ask(options, PolicyTools.class, PolicyTools::export);
        if (file.isPresent()) {
            TextFile.write(file.get(), policies);
            return;
        }
        PrintWriter out = specification.commandLine().getOut();
        out.print(policies);
        out.flush();
    }
}
