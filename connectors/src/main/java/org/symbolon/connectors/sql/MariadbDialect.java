package org.symbolon.connectors.sql;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** MariaDB and MySQL, by MariaDB's driver. */
final class MariadbDialect implements SqlDialect {

    private static final int PORT = 3306;
    private static final String SSL_MODE = "sslMode";
    private static final Map<String, String> SSL_MODES = Map.of(
            "disable", "disable",
            "disabled", "disable",
            "required", "trust",
            "trust", "trust",
            "verify-ca", "verify-ca",
            "verify_ca", "verify-ca",
            "verify-full", "verify-full",
            "verify_identity", "verify-full");
    private static final List<String> STRICTNESS = List.of("disable", "trust", "verify-ca", "verify-full");
    private static final Map<String, SqlOption> OPTIONS = Map.ofEntries(
            Map.entry("ssl_mode", MariadbDialect::mode),
            Map.entry("sslmode", MariadbDialect::mode),
            Map.entry("ssl_ca", MariadbDialect::authority),
            Map.entry("ssl_verify_cert", atLeast("verify-ca")),
            Map.entry("ssl_verify_identity", atLeast("verify-full")),
            Map.entry("allowpublickeyretrieval", SqlOption.flag("allowPublicKeyRetrieval")),
            Map.entry("charset", SqlOption.NEEDLESS),
            Map.entry("use_unicode", SqlOption.NEEDLESS),
            Map.entry("autocommit", SqlOption.NEEDLESS),
            Map.entry("connect_timeout", SqlOption.NEEDLESS),
            Map.entry("read_timeout", SqlOption.NEEDLESS),
            Map.entry("write_timeout", SqlOption.NEEDLESS));
    private static final Map<String, SqlTrouble> TROUBLES = Map.ofEntries(
            Map.entry("1045", SqlTrouble.LOGIN),
            Map.entry("1698", SqlTrouble.LOGIN),
            Map.entry("1130", SqlTrouble.LOGIN),
            Map.entry("1044", SqlTrouble.DATABASE),
            Map.entry("1046", SqlTrouble.DATABASE),
            Map.entry("1049", SqlTrouble.DATABASE),
            Map.entry("1146", SqlTrouble.TABLE),
            Map.entry("1054", SqlTrouble.COLUMN),
            Map.entry("1142", SqlTrouble.RIGHTS),
            Map.entry("1143", SqlTrouble.RIGHTS),
            Map.entry("1040", SqlTrouble.FULL),
            Map.entry("1203", SqlTrouble.FULL),
            Map.entry("1226", SqlTrouble.FULL),
            Map.entry("1053", SqlTrouble.AWAY),
            Map.entry("1927", SqlTrouble.AWAY),
            Map.entry("1290", SqlTrouble.READ_ONLY),
            Map.entry("1792", SqlTrouble.READ_ONLY),
            Map.entry("1062", SqlTrouble.TAKEN),
            Map.entry("1406", SqlTrouble.TOO_LONG),
            Map.entry("1048", SqlTrouble.MISSING),
            Map.entry("1364", SqlTrouble.MISSING));

    /** Ways of proving who one is by which no password is shown to a server that is nobody's. */
    private static final String WAYS =
            "mysql_native_password,caching_sha2_password,sha256_password,client_ed25519,parsec";

    @Override
    public String title() {
        return "MariaDB or MySQL";
    }

    @Override
    public int port() {
        return PORT;
    }

    @Override
    public Driver driver(SqlDrivers drivers) {
        return new org.mariadb.jdbc.Driver();
    }

    @Override
    public String url(SqlAddress address, Properties options) {
        return "jdbc:mariadb://" + address.hostAndPort() + "/" + address.database();
    }

    @Override
    public Properties presets(SqlAddress address, Duration timeout) {
        Properties presets = new Properties();
        presets.setProperty("connectTimeout", String.valueOf(timeout.toMillis()));
        presets.setProperty("socketTimeout", String.valueOf(timeout.toMillis()));
        presets.setProperty("allowLocalInfile", "false");
        presets.setProperty("allowMultiQueries", "false");
        presets.setProperty("autoReconnect", "false");
        presets.setProperty("restrictedAuth", WAYS);
        presets.setProperty("tinyInt1isBit", "false");
        presets.setProperty("yearIsDateType", "false");
        presets.setProperty("dumpQueriesOnException", "false");
        presets.setProperty("includeInnodbStatusInDeadlockExceptions", "false");
        return presets;
    }

    @Override
    public Map<String, SqlOption> options() {
        return OPTIONS;
    }

    private static void mode(String word, Properties properties) {
        Properties wanted = new Properties();
        SqlOption.word(SSL_MODE, SSL_MODES).apply(word, wanted);
        require(wanted.getProperty(SSL_MODE), properties);
    }

    /** Python's drivers check the certificate where an authority is named. */
    private static void authority(String file, Properties properties) {
        SqlOption.text("serverSslCert").apply(file, properties);
        require("verify-ca", properties);
    }

    /** Of several options that say how a server must prove who it is the strictest counts, in whatever order they stand. */
    private static void require(String mode, Properties properties) {
        String before = properties.getProperty(SSL_MODE);
        if (before == null || STRICTNESS.indexOf(before) < STRICTNESS.indexOf(mode)) {
            properties.setProperty(SSL_MODE, mode);
        }
    }

    private static SqlOption atLeast(String mode) {
        return (value, properties) -> {
            Properties wanted = new Properties();
            SqlOption.flag(SSL_MODE).apply(value, wanted);
            if (wanted.getProperty(SSL_MODE).equals("true")) {
                require(mode, properties);
            }
        };
    }

    @Override
    public String readOnly() {
        return "set session transaction read only";
    }

    @Override
    public String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    public String first(int rows) {
        return " limit " + rows;
    }

    @Override
    public String asText(String column) {
        return "cast(" + column + " as char)";
    }

    @Override
    public String asText(String bytes, Charset encoding) {
        return "convert(" + bytes + " using " + (encoding.equals(StandardCharsets.UTF_8) ? "utf8mb4" : "latin1") + ")";
    }

    @Override
    public Map<String, SqlTrouble> troubles() {
        return TROUBLES;
    }

    /** To abort it the driver would first connect once more, to have the server end the question. */
    @Override
    public void cut(Connection connection) throws SQLException {
        connection.unwrap(org.mariadb.jdbc.Connection.class).getClient().close();
    }
}
