package org.symbolon.cli.policy;

import java.nio.file.Path;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.kernel.TextFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes or changes the policies in a file. */
@Command(
        name = "import",
        description = {
            "Make or change the policies in a file, all of them or none. Policies that are not in it stay as they are.",
            "The form is that of 'policy export' and of eduMFA's policy files."
        })
final class PolicyImportCommand implements Runnable, ByServer {
    private final Backend backend;

    @Spec
    private CommandSpec specification;

    @Parameters(paramLabel = "FILE", description = "Where they are.")
    private Path file;

    @Mixin
    private SharedOptions options;

    PolicyImportCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        String text = TextFile.read(backend.caller(), file);
        PolicyTools.ImportedPolicies imported =
                backend.ask(options, PolicyTools.class, policies -> policies.importAll(text));
        specification
                .commandLine()
                .getOut()
                .printf(
                        "Imported %d policies: %d new, %d changed, %d unchanged.%n",
                        imported.made() + imported.changed() + imported.unchanged(),
                        imported.made(),
                        imported.changed(),
                        imported.unchanged());
    }
}
