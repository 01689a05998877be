package org.symbolon.cli.resolver;

import java.nio.file.Path;
import java.util.Map;
import org.symbolon.cli.configuration.ConfigurationFiles;
import org.symbolon.cli.configuration.ConfigurationTools;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.thing.ConfiguredThings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a resolver. */
@Command(
        name = "create",
        description = {
            "Make a resolver with the entries that a file holds, as YAML or JSON.",
            "A secret stands elsewhere: {file: PATH}, relative to the file, or {env: NAME}."
        })
final class ResolverCreateCommand implements Runnable, ByServer {
    private final Backend backend;

    @Parameters(index = "0", paramLabel = "NAME", description = "Its name.")
    private String name;

    @Parameters(index = "1", paramLabel = "TYPE", description = "Its type, such as ldapresolver.")
    private String type;

    @Parameters(index = "2", paramLabel = "FILE", description = "Its entries.")
    private Path file;

    @Mixin
    private SharedOptions options;

    ResolverCreateCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        Map<String, Object> entries = new ConfigurationFiles(backend.caller()).entries(file);
        backend.use(
                options, ConfigurationTools.class, tools -> new ConfiguredThings(tools, "resolver", backend.account())
                        .make(name, Map.of("type", type, "data", entries)));
    }
}
