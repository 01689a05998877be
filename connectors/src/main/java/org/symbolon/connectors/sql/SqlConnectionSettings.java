package org.symbolon.connectors.sql;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import org.symbolon.connectors.parameters.StoreParameters;
import org.symbolon.events.shared.Secret;

/**
 * How a database is reached.
 *
 * @param options the driver's, without the account
 * @param connections how many there are at most
 * @param timeout for the whole of a question
 * @param longestLife of a connection; zero for no end
 * @param longestPause between two looks whether a server that is away is back; zero to try it each time
 */
record SqlConnectionSettings(
        SqlAddress address,
        String user,
        Secret password,
        Properties options,
        int connections,
        Duration timeout,
        Duration longestLife,
        Duration longestPause) {

    private static final int DEFAULT_CONNECTIONS = 5;
    private static final int MOST_CONNECTIONS = 40;
    private static final int DEFAULT_TIMEOUT = 10;
    private static final int LONGEST_TIMEOUT = 120;
    private static final int DEFAULT_LIFE = 7200;
    private static final int LONGEST_LIFE = 604_800;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    /** What the driver is not to keep for longer is never kept for less than this: the pool takes no less. */
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(30);

    static SqlConnectionSettings of(StoreParameters parameters) {
        SqlAddress address = SqlAddress.of(parameters);
        Duration timeout = Duration.ofSeconds(parameters.number("poolTimeout", DEFAULT_TIMEOUT, 1, LONGEST_TIMEOUT));
        Properties options = address.dialect().presets(address, timeout);
        apply(parameters.text("conParams", ""), address.dialect(), options);
        return new SqlConnectionSettings(
                address,
                parameters.text("User", ""),
                parameters.secret("Password"),
                options,
                parameters.number("poolSize", DEFAULT_CONNECTIONS, 1, MOST_CONNECTIONS),
                timeout,
                life(parameters.number("poolRecycle", DEFAULT_LIFE, -1, LONGEST_LIFE)),
                LONGEST_PAUSE);
    }

    private static Duration life(int seconds) {
        if (seconds < 0) {
            return Duration.ZERO;
        }
        Duration life = Duration.ofSeconds(seconds);
        return life.compareTo(SHORTEST_LIFE) < 0 ? SHORTEST_LIFE : life;
    }

    /** What is not known to be harmless is refused: with other options a driver reads files, loads classes or shows passwords. */
    private static void apply(String query, SqlDialect dialect, Properties options) {
        for (String pair : query.replaceFirst("^\\?", "").split("&", -1)) {
            if (!pair.isBlank()) {
                String[] parts = pair.split("=", 2);
                String name = decoded(parts[0]);
                SqlOption option = dialect.options().get(name.toLowerCase(Locale.ROOT));
                if (option == null) {
                    throw new IllegalArgumentException("conParams has an option that is none of "
                            + dialect.options().keySet().stream().sorted().collect(Collectors.joining(", ")));
                }
                apply(option, name, parts.length == 2 ? decoded(parts[1]) : "", options);
            }
        }
    }

    private static void apply(SqlOption option, String name, String value, Properties options) {
        try {
            option.apply(value, options);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("conParams: " + name + " " + malformed.getMessage());
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("conParams is not encoded as the query of a URL");
        }
    }

    /** The same with one connection, to try it out. */
    SqlConnectionSettings ofOne() {
        return new SqlConnectionSettings(address, user, password, options, 1, timeout, longestLife, Duration.ZERO);
    }

    /** What the driver is handed, account included. */
    Properties properties() {
        Properties properties = new Properties();
        properties.putAll(options);
        properties.setProperty("user", user);
        properties.setProperty("password", password.reveal());
        return properties;
    }
}
