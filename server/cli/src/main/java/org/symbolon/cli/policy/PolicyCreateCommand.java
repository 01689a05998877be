package org.symbolon.cli.policy;

import java.util.Map;
import org.symbolon.cli.configuration.ConfigurationTools;
import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import org.symbolon.cli.thing.ConfiguredThings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a policy. */
@Command(
        name = "create",
        description = {
            "Make a policy that counts for everybody.",
            "One that counts for some, or at some times, is better written into a file: see 'config apply'."
        })
final class PolicyCreateCommand implements Runnable, ByServer {
    private final Backend backend;

    @Parameters(index = "0", paramLabel = "NAME", description = "Its name.")
    private String name;

    @Parameters(index = "1", paramLabel = "SCOPE", description = "What it is about, such as authentication.")
    private String scope;

    @Parameters(index = "2", paramLabel = "ACTION", description = "What it says, as in 'otppin=userstore, passthru'.")
    private String action;

    @Mixin
    private SharedOptions options;

    PolicyCreateCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        backend.use(options, ConfigurationTools.class, tools -> new ConfiguredThings(tools, "policy", backend.account())
                .make(name, Map.of("scope", scope, "action", action)));
    }
}
