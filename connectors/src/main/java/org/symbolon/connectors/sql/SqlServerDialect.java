package org.symbolon.connectors.sql;

import java.nio.charset.Charset;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/** Microsoft's SQL Server, by its own driver. */
final class SqlServerDialect implements SqlDialect {

    private static final int PORT = 1433;
    private static final Map<String, SqlOption> OPTIONS = Map.ofEntries(
            Map.entry(
                    "encrypt",
                    SqlOption.word(
                            "encrypt",
                            Map.of(
                                    "yes", "true",
                                    "true", "true",
                                    "mandatory", "true",
                                    "no", "false",
                                    "false", "false",
                                    "optional", "false",
                                    "strict", "strict"))),
            Map.entry("trustservercertificate", SqlOption.flag("trustServerCertificate")),
            Map.entry("hostnameincertificate", SqlOption.text("hostNameInCertificate")),
            Map.entry("servercertificate", SqlOption.text("serverCertificate")),
            Map.entry("multisubnetfailover", SqlOption.flag("multiSubnetFailover")),
            Map.entry("applicationintent", SqlOption.NEEDLESS),
            Map.entry("driver", SqlOption.NEEDLESS),
            Map.entry("charset", SqlOption.NEEDLESS),
            Map.entry("tds_version", SqlOption.NEEDLESS),
            Map.entry("autocommit", SqlOption.NEEDLESS),
            Map.entry("mars_connection", SqlOption.NEEDLESS),
            Map.entry("timeout", SqlOption.NEEDLESS),
            Map.entry("login_timeout", SqlOption.NEEDLESS));
    private static final Map<String, SqlTrouble> TROUBLES = Map.ofEntries(
            Map.entry("18456", SqlTrouble.LOGIN),
            Map.entry("18452", SqlTrouble.LOGIN),
            Map.entry("18488", SqlTrouble.LOGIN),
            Map.entry("4060", SqlTrouble.DATABASE),
            Map.entry("208", SqlTrouble.TABLE),
            Map.entry("207", SqlTrouble.COLUMN),
            Map.entry("229", SqlTrouble.RIGHTS),
            Map.entry("230", SqlTrouble.RIGHTS),
            Map.entry("10928", SqlTrouble.FULL),
            Map.entry("17809", SqlTrouble.FULL),
            Map.entry("3906", SqlTrouble.READ_ONLY),
            Map.entry("2627", SqlTrouble.TAKEN),
            Map.entry("2601", SqlTrouble.TAKEN),
            Map.entry("8152", SqlTrouble.TOO_LONG),
            Map.entry("2628", SqlTrouble.TOO_LONG),
            Map.entry("515", SqlTrouble.MISSING));

    @Override
    public String title() {
        return "SQL Server";
    }

    @Override
    public int port() {
        return PORT;
    }

    @Override
    public Driver driver(SqlDrivers drivers) throws SQLException {
        return drivers.withinTheProgram("com.microsoft.sqlserver.jdbc.SQLServerDriver");
    }

    @Override
    public String url(SqlAddress address, Properties options) {
        return "jdbc:sqlserver://";
    }

    /** A text is sent as what its column is; as Unicode it would keep the server from using the index of another column. */
    @Override
    public Properties presets(SqlAddress address, Duration timeout) {
        Properties presets = new Properties();
        presets.setProperty("serverName", address.host());
        presets.setProperty("portNumber", String.valueOf(address.port()));
        presets.setProperty("databaseName", address.database());
        presets.setProperty("loginTimeout", String.valueOf(timeout.toSeconds()));
        presets.setProperty("socketTimeout", String.valueOf(timeout.toMillis()));
        presets.setProperty("sendStringParametersAsUnicode", "false");
        presets.setProperty("maxResultBuffer", "16M");
        presets.setProperty("connectRetryCount", "0");
        presets.setProperty("applicationName", "Symbolon");
        return presets;
    }

    @Override
    public Map<String, SqlOption> options() {
        return OPTIONS;
    }

    @Override
    public String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    @Override
    public String first(int rows) {
        return " offset 0 rows fetch next " + rows + " rows only";
    }

    @Override
    public String asText(String column) {
        return "cast(" + column + " as nvarchar(4000))";
    }

    @Override
    public String asText(String bytes, Charset encoding) {
        return "cast(" + bytes + " as varchar(8000))";
    }

    @Override
    public String escaped(String text) {
        return SqlDialect.super.escaped(text).replace("[", "![");
    }

    @Override
    public SqlKind kind(int type, String typeName) {
        return typeName.equals("uniqueidentifier") ? SqlKind.UUID : SqlKind.of(type);
    }

    @Override
    public String uuid() {
        return "cast(? as uniqueidentifier)";
    }

    @Override
    public Map<String, SqlTrouble> troubles() {
        return TROUBLES;
    }
}
