package org.symbolon.connectors.sql;

import java.nio.charset.Charset;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Oracle Database 12.1 and later, by a driver that the administrator puts beside Symbolon: its licence does not go with ours. */
final class OracleDialect implements SqlDialect {

    private static final int PORT = 1521;
    private static final String SERVICE = "symbolon.service";
    private static final String PROTOCOL = "symbolon.protocol";
    private static final Map<String, SqlOption> OPTIONS = Map.of(
            "service_name", SqlOption.text(SERVICE),
            "protocol", SqlOption.word(PROTOCOL, Map.of("tcp", "tcp", "tcps", "tcps")),
            "encoding", SqlOption.NEEDLESS,
            "nencoding", SqlOption.NEEDLESS,
            "threaded", SqlOption.NEEDLESS,
            "events", SqlOption.NEEDLESS);
    private static final Map<String, SqlTrouble> TROUBLES = Map.ofEntries(
            Map.entry("1017", SqlTrouble.LOGIN),
            Map.entry("28000", SqlTrouble.LOGIN),
            Map.entry("28001", SqlTrouble.LOGIN),
            Map.entry("1045", SqlTrouble.LOGIN),
            Map.entry("12505", SqlTrouble.DATABASE),
            Map.entry("12514", SqlTrouble.DATABASE),
            Map.entry("942", SqlTrouble.TABLE),
            Map.entry("904", SqlTrouble.COLUMN),
            Map.entry("1031", SqlTrouble.RIGHTS),
            Map.entry("20", SqlTrouble.FULL),
            Map.entry("18", SqlTrouble.FULL),
            Map.entry("12519", SqlTrouble.FULL),
            Map.entry("1033", SqlTrouble.AWAY),
            Map.entry("17002", SqlTrouble.AWAY),
            Map.entry("17410", SqlTrouble.AWAY),
            Map.entry("17800", SqlTrouble.AWAY),
            Map.entry("16000", SqlTrouble.READ_ONLY),
            Map.entry("1", SqlTrouble.TAKEN),
            Map.entry("12899", SqlTrouble.TOO_LONG),
            Map.entry("1400", SqlTrouble.MISSING));

    @Override
    public String title() {
        return "Oracle";
    }

    @Override
    public int port() {
        return PORT;
    }

    @Override
    public Driver driver(SqlDrivers drivers) throws SQLException {
        return drivers.besideTheProgram("oracle.jdbc.OracleDriver", "ojdbc");
    }

    /**
     * Database is an SID, as with SQLAlchemy, unless a service is named. Only in this form of an address either can be reached by TLS, and
     * by drivers of all versions.
     */
    @Override
    public String url(SqlAddress address, Properties options) {
        String service = options.getProperty(SERVICE, "");
        return "jdbc:oracle:thin:@(DESCRIPTION=(ADDRESS=(PROTOCOL=%s)(HOST=%s)(PORT=%d))(CONNECT_DATA=(%s)))"
                .formatted(
                        options.getProperty(PROTOCOL, "tcp"),
                        address.host(),
                        address.port(),
                        service.isEmpty() ? "SID=" + address.database() : "SERVICE_NAME=" + service);
    }

    @Override
    public Properties presets(SqlAddress address, Duration timeout) {
        Properties presets = new Properties();
        presets.setProperty("oracle.net.CONNECT_TIMEOUT", String.valueOf(timeout.toMillis()));
        presets.setProperty("oracle.jdbc.ReadTimeout", String.valueOf(timeout.toMillis()));
        return presets;
    }

    @Override
    public Map<String, SqlOption> options() {
        return OPTIONS;
    }

    /** A name in small letters means one in capitals, as with SQLAlchemy. */
    @Override
    public String quoted(String name) {
        String meant = name.equals(name.toLowerCase(Locale.ROOT)) ? name.toUpperCase(Locale.ROOT) : name;
        return "\"" + meant.replace("\"", "") + "\"";
    }

    @Override
    public String first(int rows) {
        return " fetch first " + rows + " rows only";
    }

    @Override
    public String asText(String column) {
        return "cast(" + column + " as varchar2(4000))";
    }

    @Override
    public String asText(String bytes, Charset encoding) {
        return "utl_raw.cast_to_varchar2(" + bytes + ")";
    }

    @Override
    public String beginning(String value, int length) {
        return "substr(" + value + ", 1, " + length + ")";
    }

    @Override
    public Map<String, SqlTrouble> troubles() {
        return TROUBLES;
    }
}
