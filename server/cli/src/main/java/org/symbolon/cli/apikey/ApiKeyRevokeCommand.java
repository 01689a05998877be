package org.symbolon.cli.apikey;

import org.symbolon.cli.kernel.Backend;
import org.symbolon.cli.kernel.ByServer;
import org.symbolon.cli.kernel.SharedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets the key of a program count no more, before it ends by itself. */
@Command(
        name = "revoke",
        description = {"Revoke the key of a program, on all nodes.", "Its id was told when it was made."})
final class ApiKeyRevokeCommand implements Runnable, ByServer {

    private final Backend backend;

    @Parameters(paramLabel = "ID", description = "The key's id, not the key itself.")
    private String id;

    @Mixin
    private SharedOptions options;

    ApiKeyRevokeCommand(Backend backend) {
        this.backend = backend;
    }

    @Override
    public void run() {
        backend.use(options, ApiKeys.class, keys -> keys.revoke(id));
    }
}
