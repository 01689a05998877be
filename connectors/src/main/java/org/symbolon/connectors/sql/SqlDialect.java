package org.symbolon.connectors.sql;

import java.nio.charset.Charset;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/** What one kind of database has of its own: how its driver is called, and where its SQL differs from that of others. */
interface SqlDialect {

    /** What people call it. */
    String title();

    /** The port that its servers listen on. */
    int port();

    /**
     * Its driver.
     *
     * @throws SQLException if it is not there
     */
    Driver driver(SqlDrivers drivers) throws SQLException;

    /** Where the driver connects to; it has neither the account nor options in it. */
    String url(SqlAddress address, Properties options);

    /** The options by which the driver does what it must and nothing that it must not. */
    Properties presets(SqlAddress address, Duration timeout);

    /** The options of {@code conParams} that are taken over, by their names in small letters. */
    Map<String, SqlOption> options();

    /**
     * What puts a new connection into a state in which it only reads; empty where there is no such thing: Oracle says it of a transaction alone,
     * and SQL Server by rights.
     */
    default String readOnly() {
        return "";
    }

    /** A name as it stands in SQL, whatever characters it has. */
    String quoted(String name);

    /** What follows a question that is ordered, so that no more rows are answered. */
    String first(int rows);

    /** The value of any column as text. */
    String asText(String column);

    /** The value of a column of bytes as text. */
    String asText(String bytes, Charset encoding);

    /** The first characters or bytes of a value, so that nobody is sent ten megabytes. */
    default String beginning(String value, int length) {
        return "substring(" + value + ", 1, " + length + ")";
    }

    /** A text or byte that stands for itself in a pattern. */
    default String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }

    /** The kind of a column, where its number in {@link java.sql.Types} does not say it. */
    default SqlKind kind(int type, String typeName) {
        return SqlKind.of(type);
    }

    /** A value of {@link SqlKind#UUID}, as it stands in SQL. */
    default String uuid() {
        return "?";
    }

    /** What the server's answer means, by its SQL state or its number of the error. */
    Map<String, SqlTrouble> troubles();

    /** Closes the socket of a connection, while somebody waits for it, and waits for nobody. */
    default void cut(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
    }
}
