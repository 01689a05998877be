package org.symbolon.store.database;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.util.PSQLException;

/**
 * A PostgreSQL server that the settings name. It is asked once before the application begins, so that whoever starts it reads in one
 * line what is wrong and which place was tried.
 */
final class ConfiguredDatabase {

    private static final int OLDEST_VERSION = 13;
    private static final String PATIENCE_SECONDS = "10";

    private final DatabaseAccess access;
    private final Properties address;

    /** Username and password may be empty: they can stand in the URL as well. */
    ConfiguredDatabase(DatabaseAccess access) {
        this.access = access;
        Properties parsed = Driver.parseURL(access.url(), null);
        if (parsed == null) {
            throw new DatabaseException("SPRING_DATASOURCE_URL is not the address of a PostgreSQL database,"
                    + " which looks like jdbc:postgresql://host:5432/name");
        }
        this.address = parsed;
    }

    /** Refuses a database that cannot be reached, lets nobody in or is too old. */
    void requireUsable() {
        ask(connection -> {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw new DatabaseException("the database at %s is PostgreSQL %d, and it must be %d or newer"
                        .formatted(place(), version, OLDEST_VERSION));
            }
        });
    }

    /** Refuses a database in which no server has ever made its tables. */
    void requireTables() {
        ask(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select to_regclass('public.domain_event') is not null")) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw new DatabaseException(
                            "the database %s at %s has no tables of Symbolon yet: `symbolon serve` makes them"
                                    .formatted(name(), place()));
                }
            }
        });
    }

    private interface Question {

        void ask(Connection connection) throws SQLException;
    }

    private void ask(Question question) {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        properties.setProperty("socketTimeout", PATIENCE_SECONDS);
        if (!access.username().isEmpty()) {
            properties.setProperty("user", access.username());
        }
        if (!access.password().isEmpty()) {
            properties.setProperty("password", access.password());
        }
        try (Connection connection = new Driver().connect(access.url(), properties)) {
            question.ask(connection);
        } catch (SQLException failure) {
            throw new DatabaseException(explain(failure), failure);
        }
    }

    private String explain(SQLException failure) {
        String state = Objects.requireNonNullElse(failure.getSQLState(), "");
        if (state.startsWith("28") || state.equals("08004")) {
            return "the database at %s does not let the user %s in: %s. Look at SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD"
                    .formatted(place(), user(), said(failure));
        }
        if (state.equals("3D000")) {
            return "there is no database %s at %s: make it, or name another in SPRING_DATASOURCE_URL"
                    .formatted(name(), place());
        }
        if (state.startsWith("08")) {
            return "the database at %s cannot be reached: %s. Does it run, and is SPRING_DATASOURCE_URL right?"
                    .formatted(place(), reason(failure));
        }
        return "the database at %s cannot be used: %s".formatted(place(), said(failure));
    }

    private static String reason(SQLException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return "the host is not known";
            }
            if (cause instanceof SocketTimeoutException) {
                return "no answer within %s seconds".formatted(PATIENCE_SECONDS);
            }
            if (cause instanceof ConnectException refused) {
                return refused.getMessage();
            }
        }
        return said(failure);
    }

    /** What the server says, without the word for its weight, and without a full stop. */
    private static String said(SQLException failure) {
        boolean byServer = failure instanceof PSQLException said && said.getServerErrorMessage() != null;
        String message = byServer
                ? Objects.requireNonNull(((PSQLException) failure).getServerErrorMessage())
                        .getMessage()
                : failure.getMessage();
        return Objects.requireNonNullElse(message, "SQL state " + failure.getSQLState())
                .strip()
                .replaceAll("\\.$", "");
    }

    /** Host and port, or all of them where there are several. */
    private String place() {
        String[] hosts = address.getProperty("PGHOST", "localhost").split(",", -1);
        String[] ports = address.getProperty("PGPORT", "5432").split(",", -1);
        List<String> places = new ArrayList<>();
        for (int index = 0; index < hosts.length; index++) {
            places.add(hosts[index] + ":" + ports[Math.min(index, ports.length - 1)]);
        }
        return String.join(", ", places);
    }

    private String name() {
        return address.getProperty("PGDBNAME", "");
    }

    private String user() {
        return access.username().isEmpty() ? address.getProperty("user", "") : access.username();
    }
}
