package org.symbolon.connectors.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.connectors.network.Certificates;

/** With MariaDB's own server, if this machine has it. */
class MariadbContractTest extends SqlOutageContract {

    @TempDir
    private static Path folder;

    private static Mariadb mariadb;

    @BeforeAll
    static void startTheServer() throws Exception {
        Optional<Path> program = Mariadb.program();
        assumeTrue(program.isPresent(), "There is no mariadbd here");
        mariadb = Mariadb.start(program.orElseThrow(), folder, Certificates.of("ip:127.0.0.1"));
        try (Connection connection = mariadb.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create user service@127.0.0.1 identified by '" + SERVICE_PASSWORD.replace("'", "''") + "'");
            statement.execute("grant select on " + Mariadb.DATABASE + ".* to service@127.0.0.1");
        }
    }

    @AfterAll
    static void stopTheServer() {
        if (mariadb != null) {
            mariadb.close();
        }
    }

    @Override
    protected Connection connect() throws SQLException {
        return mariadb.connect();
    }

    @Override
    protected SqlDialect dialect() {
        return new MariadbDialect();
    }

    @Override
    protected String numbering() {
        return "integer auto_increment";
    }

    @Override
    protected String service() {
        return "service@127.0.0.1";
    }

    @Override
    protected Map<String, String> server() {
        return Map.of(
                "Driver", "mysql+pymysql",
                "Server", "127.0.0.1",
                "Port", String.valueOf(mariadb.port()),
                "Database", Mariadb.DATABASE,
                "User", "service",
                "Password", SERVICE_PASSWORD,
                "conParams", "charset=utf8");
    }

    @Override
    protected boolean ignoresCaseOfLogins() {
        return true;
    }

    @Override
    protected boolean ignoresCaseInSearches() {
        return true;
    }

    @Override
    protected void killAllConnections() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            List<Long> ids = new ArrayList<>();
            try (ResultSet found =
                    statement.executeQuery("select id from information_schema.processlist where user = 'service'")) {
                while (found.next()) {
                    ids.add(found.getLong(1));
                }
            }
            for (long id : ids) {
                statement.execute("kill " + id);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    protected int openConnections() {
        return number("select count(*) from information_schema.processlist where user = 'service'");
    }

    @Override
    protected Connection lockTheTable() throws SQLException {
        Connection connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock tables " + table() + " write");
        }
        return connection;
    }

    @Test
    void aCertificateIsCheckedWhereThatIsWanted() throws Exception {
        String authority = folder.resolve("certificate.pem").toString();
        assertThat(tried("ssl_mode=required")).isEqualTo("Found 3 users.");
        assertThat(tried("ssl_ca=" + authority + "&ssl_verify_identity=true")).isEqualTo("Found 3 users.");
        String other = Files.writeString(
                        folder.resolve("other.pem"),
                        Certificates.of("ip:127.0.0.1").certificatePem())
                .toString();
        assertThat(tried("ssl_ca=" + other))
                .endsWith("could not be spoken to by TLS: its certificate comes from no authority that is trusted");
    }

    private String tried(String options) {
        Map<String, String> configuration = configuration();
        configuration.put("conParams", options);
        return type().test(configuration).description();
    }

    /** The database takes these for the same; a user is known by his name alone. */
    @Test
    void neitherBlanksNorAccentsMakeANameAnother() {
        for (String other : List.of("ada ", "adä", "àda", "ada\t")) {
            assertThat(store().withLogin(other)).as(other).isEmpty();
        }
    }

    @Test
    void columnsOfEveryKindAreReadAndCompared() {
        execute("create or replace table kinds (id varchar(36) primary key, login varbinary(255), name char(20),"
                + " mood enum('happy', 'sad'), born date, active tinyint(1), photo longblob)");
        execute("grant select on kinds to " + service());
        execute(
                "insert into kinds values ('one', cast('Jörg' as binary), 'Jörg', 'happy', '1980-01-02', 1, repeat('x', 10000000)),"
                        + " ('two', 'ben', 'Ben', 'sad', null, 0, null)");
        Map<String, String> configuration = configuration();
        configuration.put("Table", Mariadb.DATABASE + ".kinds");
        configuration.put(
                "Map",
                "{userid: id, username: login, surname: name, mood: mood, born: born, on: active, photo: photo}");
        configuration.put("Where", "active == 1 and mood like ha% and born >= 1980-01-01");
        configuration.put("Encoding", "utf8");
        try (UserStore store = type().open(configuration)) {
            assertThat(store.withLogin("Jörg").orElseThrow().userId()).isEqualTo("one");
            assertThat(store.withLogin("ben")).isEmpty();
            Map<String, String> joerg = store.attributesOf("one").orElseThrow();
            assertThat(joerg)
                    .containsEntry("surname", "Jörg")
                    .containsEntry("mood", "happy")
                    .containsEntry("born", "1980-01-02");
            assertThat(joerg.get("photo")).hasSize(2000);
            for (String pattern : List.of("J*", "*ö*", "Jörg")) {
                assertThat(store.search(UserSearch.of(Map.of("username", pattern), 5))
                                .users())
                        .as(pattern)
                        .hasSize(1);
            }
        }
    }
}
