package org.symbolon.endtoend.config;

import java.nio.file.Path;
import org.symbolon.endtoend.harness.ApiClient;
import org.symbolon.endtoend.harness.CommandLineOnServer;
import org.symbolon.endtoend.harness.CommandLineOnServer.Outcome;
import org.symbolon.endtoend.harness.InProcessServer;
import org.symbolon.endtoend.harness.SharedWorld;

/** A server whose whole configuration is made of files. */
final class ConfiguredServer extends SharedWorld {

    private static ApiClient admin;
    private static CommandLineOnServer commands;

    @Override
    protected Runnable start(Path folder) {
        InProcessServer server = InProcessServer.start(folder);
        admin = server.admin();
        commands = new CommandLineOnServer(server);
        return server::close;
    }

    static ApiClient admin() {
        return admin;
    }

    static Outcome run(String... arguments) {
        return commands.run(arguments);
    }
}
