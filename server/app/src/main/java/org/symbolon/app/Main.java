package org.symbolon.app;

import java.util.List;
import java.util.OptionalInt;
import org.symbolon.cli.CommandLineInterface;
import org.symbolon.cli.socket.ServerClient;
import org.symbolon.store.database.JdbcDrivers;

/** Where the jar begins. It always exits by itself: threads of pools would keep a failed process alive. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Newer JDKs would give a console without a terminal too, and read a password from whatever there is.
        System.setProperty("jdk.console", "java.base");
        // Before anything else is loaded, for a server that runs is asked in the time that all else takes to load.
        OptionalInt done = ServerClient.ofThisProcess().carryOut(List.of(arguments));
        if (done.isPresent()) {
            System.exit(done.getAsInt());
        }
        // A server that guards log-ins calls nobody, so Axon's update check is off before any of its classes load.
        System.setProperty("axoniq.update-checker.disabled", "true");
        JdbcDrivers.registerOwnAlone();
        System.exit(CommandLineInterface.create(new SpringBackend()).execute(arguments));
    }
}
