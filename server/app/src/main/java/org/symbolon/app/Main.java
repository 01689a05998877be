package org.symbolon.app;

import org.symbolon.cli.CommandLineInterface;
import org.symbolon.store.database.JdbcDrivers;

/** Where the jar begins. It always exits by itself: threads of pools would keep a failed process alive. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // A server that guards log-ins calls nobody, so Axon's update check is off before any of its classes load.
        System.setProperty("axoniq.update-checker.disabled", "true");
        // Newer JDKs would give a console without a terminal too, and read a password from whatever there is.
        System.setProperty("jdk.console", "java.base");
        JdbcDrivers.registerOwnAlone();
        System.exit(CommandLineInterface.create(new SpringBackend()).execute(arguments));
    }
}
