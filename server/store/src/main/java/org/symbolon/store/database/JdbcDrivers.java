package org.symbolon.store.database;

import java.sql.DriverManager;

/**
 * Registers the one driver that Symbolon's own database needs. Left to itself, Java loads every driver that it finds as soon as anybody
 * connects anywhere; that of SQL Server alone takes a third of a second, and user stores load theirs by themselves.
 */
public final class JdbcDrivers {

    /** It registers itself where it is loaded. */
    private static final String OWN = "org.postgresql.Driver";

    private JdbcDrivers() {}

    /** To be called before anything connects: Java looks for drivers once, with what the thread's loader sees then. */
    public static void registerOwnAlone() {
        Thread thread = Thread.currentThread();
        ClassLoader loader = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        try {
            DriverManager.getDrivers();
        } finally {
            thread.setContextClassLoader(loader);
        }
        try {
            Class.forName(OWN);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("PostgreSQL's driver is missing", missing);
        }
    }
}
