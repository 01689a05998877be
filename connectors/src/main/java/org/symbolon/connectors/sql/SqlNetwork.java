package org.symbolon.connectors.sql;

import java.nio.file.Path;
import org.symbolon.connectors.network.Probes;
import org.symbolon.connectors.network.Watchdog;
import org.symbolon.connectors.passwordhash.PasswordHashes;

/** What the stores of all databases share: the end of waiting, looking whether a server is back, drivers, turns to hash passwords. */
public final class SqlNetwork implements AutoCloseable {

    private final Watchdog watchdog = new Watchdog("sql-watchdog");
    private final Probes probes = new Probes("sql-probe");
    private final PasswordHashes hashes = new PasswordHashes();
    private final SqlDrivers drivers;

    /**
     * @param drivers the folder with the drivers that are not a part of Symbolon
     */
    public SqlNetwork(Path drivers) {
        this.drivers = new SqlDrivers(drivers);
    }

    Watchdog watchdog() {
        return watchdog;
    }

    Probes probes() {
        return probes;
    }

    PasswordHashes hashes() {
        return hashes;
    }

    SqlDrivers drivers() {
        return drivers;
    }

    @Override
    public void close() {
        probes.close();
        watchdog.close();
    }
}
