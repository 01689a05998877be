package org.symbolon.connectors.sql;

import java.util.regex.Pattern;
import org.symbolon.connectors.parameters.StoreParameters;

/**
 * A database on a server.
 *
 * @param database empty for the one that the server presets
 */
record SqlAddress(SqlDialect dialect, String host, int port, String database) {

    private static final Pattern HOST =
            Pattern.compile("[\\p{L}\\p{N}]([\\p{L}\\p{N}._-]*[\\p{L}\\p{N}.])?|\\[?[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*]?");

    /** No characters by which a driver's URL goes on to something else. */
    private static final Pattern DATABASE = Pattern.compile("[\\p{L}\\p{N}_$#@. -]{0,128}");

    private static final int LAST_PORT = 65_535;

    static SqlAddress of(StoreParameters parameters) {
        SqlDialect dialect = SqlDialects.named(parameters.text("Driver", ""));
        String host = parameters.text("Server", "localhost");
        String database = parameters.text("Database", "");
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("Server is no name and no address of a host");
        }
        if (!DATABASE.matcher(database).matches()) {
            throw new IllegalArgumentException("Database has characters that no name of a database has");
        }
        int port = parameters.number("Port", dialect.port(), 1, LAST_PORT);
        return new SqlAddress(dialect, host.replaceAll("[\\[\\]]", ""), port, database);
    }

    /** As it stands in a URL. */
    String hostAndPort() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    @Override
    public String toString() {
        return dialect.title() + " server " + hostAndPort();
    }
}
