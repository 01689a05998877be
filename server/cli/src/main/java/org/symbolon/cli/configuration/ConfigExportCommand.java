package org.symbolon.cli.configuration;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
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

/** Writes the configuration into files. */
@Command(
        name = "export",
        description = {
            "Write the configuration as 'config plan' and 'config apply' read it, a file for each kind of thing.",
            "For a secret stands __CENSORED__, which means: the one that the server has."
        })
final class ConfigExportCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Where to; its files are written anew. Default: everything on standard output.")
    private Optional<Path> directory = Optional.empty();

    @Option(
            names = "--secrets",
            description = "Write each secret into a file of its own, too, which nobody else can read: DIR/secrets.")
    private boolean secrets;

    @Mixin
    private SharedOptions options;

    ConfigExportCommand(Backend backend) {
        this.backend = backend;
    }

    /** Files are written by whoever gives the command. */
    @Override
    public boolean isForServer() {
        return directory.isEmpty();
    }

    @Override
    public void run() {
        if (secrets && directory.isEmpty()) {
            throw new ParameterException(specification.commandLine(), "--secrets needs a directory");
        }
        Map<String, Map<String, Map<String, Object>>> all =
                backend.reading().ask(options, ConfigurationTools.class, tools -> tools.export(secrets));
        PrintWriter out = specification.commandLine().getOut();
        if (directory.isPresent()) {
            int files = new ConfigurationExport(directory.get()).write(all);
            out.printf("Wrote %d files into %s.%n", files, directory.get());
            return;
        }
        out.print(ConfigurationExport.text(all));
        out.flush();
    }
}
