package org.symbolon.connectors.sql;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** PostgreSQL, by its own driver. */
final class PostgresqlDialect implements SqlDialect {

    private static final int PORT = 5432;

    /** Types that are compared as texts; an enumeration calls itself a text, too, and is not. */
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "char", "name", "citext");

    private static final String SSL_MODE = "sslmode";
    private static final String AUTHORITY = "sslrootcert";
    private static final String SSL_FACTORY = "sslfactory";
    private static final Map<String, String> SSL_MODES = Map.of(
            "disable", "disable",
            "allow", "allow",
            "prefer", "prefer",
            "require", "require",
            "verify-ca", "verify-ca",
            "verify-full", "verify-full");
    private static final Map<String, SqlOption> OPTIONS = Map.of(
            SSL_MODE,
            PostgresqlDialect::sslMode,
            AUTHORITY,
            PostgresqlDialect::authority,
            "application_name",
            SqlOption.text("ApplicationName"),
            "currentschema",
            SqlOption.text("currentSchema"),
            "client_encoding",
            SqlOption.NEEDLESS,
            "connect_timeout",
            SqlOption.NEEDLESS,
            "gssencmode",
            SqlOption.NEEDLESS,
            "keepalives",
            SqlOption.NEEDLESS);
    private static final Map<String, SqlTrouble> TROUBLES = Map.ofEntries(
            Map.entry("28P01", SqlTrouble.LOGIN),
            Map.entry("28000", SqlTrouble.LOGIN),
            Map.entry("3D000", SqlTrouble.DATABASE),
            Map.entry("3F000", SqlTrouble.TABLE),
            Map.entry("42P01", SqlTrouble.TABLE),
            Map.entry("42703", SqlTrouble.COLUMN),
            Map.entry("42501", SqlTrouble.RIGHTS),
            Map.entry("53300", SqlTrouble.FULL),
            Map.entry("57P01", SqlTrouble.AWAY),
            Map.entry("57P02", SqlTrouble.AWAY),
            Map.entry("57P03", SqlTrouble.AWAY),
            Map.entry("25006", SqlTrouble.READ_ONLY),
            Map.entry("23505", SqlTrouble.TAKEN),
            Map.entry("23502", SqlTrouble.MISSING),
            Map.entry("22001", SqlTrouble.TOO_LONG));

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public int port() {
        return PORT;
    }

    @Override
    public Driver driver(SqlDrivers drivers) throws SQLException {
        return drivers.withinTheProgram("org.postgresql.Driver");
    }

    @Override
    public String url(SqlAddress address, Properties options) {
        return "jdbc:postgresql://" + address.hostAndPort() + "/"
                + URLEncoder.encode(address.database(), StandardCharsets.UTF_8);
    }

    /** Texts go without a type, so that the server gives them the one that a column has. */
    @Override
    public Properties presets(SqlAddress address, Duration timeout) {
        Properties presets = new Properties();
        String seconds = String.valueOf(timeout.toSeconds());
        presets.setProperty("connectTimeout", seconds);
        presets.setProperty("socketTimeout", seconds);
        presets.setProperty("loginTimeout", String.valueOf(timeout.toSeconds() + 1));
        presets.setProperty("tcpKeepAlive", "true");
        presets.setProperty("stringtype", "unspecified");
        presets.setProperty("gssEncMode", "disable");
        presets.setProperty("maxResultBuffer", "16M");
        presets.setProperty("ApplicationName", "Symbolon");
        return presets;
    }

    @Override
    public Map<String, SqlOption> options() {
        return OPTIONS;
    }

    /** Where no authority is named, those that Java trusts are meant; the driver would look for a file in the home directory. */
    private static void sslMode(String mode, Properties properties) {
        SqlOption.word(SSL_MODE, SSL_MODES).apply(mode, properties);
        verifyWhereAuthorityIsNamed(properties);
        if (properties.getProperty(SSL_MODE).startsWith("verify")) {
            properties.putIfAbsent(SSL_FACTORY, "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
    }

    private static void authority(String file, Properties properties) {
        SqlOption.text(AUTHORITY).apply(file, properties);
        properties.setProperty(SSL_FACTORY, "org.postgresql.ssl.LibPQFactory");
        verifyWhereAuthorityIsNamed(properties);
    }

    /** As with PostgreSQL's own library: whoever names an authority and wants encryption wants the certificate looked at. */
    private static void verifyWhereAuthorityIsNamed(Properties properties) {
        if (properties.containsKey(AUTHORITY) && "require".equals(properties.getProperty(SSL_MODE))) {
            properties.setProperty(SSL_MODE, "verify-ca");
        }
    }

    @Override
    public String readOnly() {
        return "set session characteristics as transaction read only";
    }

    @Override
    public String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    public String first(int rows) {
        return " limit " + rows;
    }

    @Override
    public String asText(String column) {
        return "cast(" + column + " as text)";
    }

    @Override
    public String asText(String bytes, Charset encoding) {
        return "convert_from(" + bytes + ", '" + (encoding.equals(StandardCharsets.UTF_8) ? "UTF8" : "LATIN1") + "')";
    }

    @Override
    public SqlKind kind(int type, String typeName) {
        if (typeName.equals("uuid")) {
            return SqlKind.UUID;
        }
        SqlKind kind = SqlKind.of(type);
        return kind == SqlKind.TEXT && !TEXTS.contains(typeName) ? SqlKind.OTHER : kind;
    }

    @Override
    public String uuid() {
        return "cast(? as uuid)";
    }

    @Override
    public Map<String, SqlTrouble> troubles() {
        return TROUBLES;
    }
}
