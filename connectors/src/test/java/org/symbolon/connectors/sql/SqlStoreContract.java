package org.symbolon.connectors.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.symbolon.command.resolver.port.EditableUserStore;
import org.symbolon.command.resolver.port.UserChangeRefusedException;
import org.symbolon.command.resolver.port.UserPage;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreType;
import org.symbolon.command.resolver.port.UserStoreType.TestResult;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.connectors.EditableUserStoreContract;
import org.symbolon.connectors.network.Deadline;
import org.symbolon.connectors.parameters.StoreParameters;
import org.symbolon.events.shared.Secret;

/** What holds for users in the tables of every database. */
abstract class SqlStoreContract extends EditableUserStoreContract {

    protected static final String SERVICE_PASSWORD = "Service-pass, with: blanks & ?=';";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SqlNetwork network = new SqlNetwork(Path.of("nowhere"));

    @AfterEach
    void closeTheNetwork() {
        network.close();
    }

    /** A connection that may do everything. */
    protected abstract Connection connect() throws SQLException;

    protected abstract SqlDialect dialect();

    /** How a column is made that numbers its rows. */
    protected abstract String numbering();

    /** The account of the definition, as it stands in SQL. */
    protected abstract String service();

    /** The entries that say where the database is. */
    protected abstract Map<String, String> server();

    @Override
    protected UserStoreType type() {
        return new SqlStoreType(network, new Random(1));
    }

    @Override
    protected Map<String, String> configuration() {
        try (Connection connection = connect()) {
            SqlPeople.fill(connection, dialect(), numbering(), PEOPLE);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        execute("grant select, insert, update, delete on " + table() + " to " + service());
        Map<String, String> configuration = SqlPeople.users();
        configuration.putAll(server());
        return configuration;
    }

    @Override
    protected Map<String, String> unreachable() {
        Map<String, String> configuration = SqlPeople.users();
        configuration.putAll(server());
        configuration.put("Port", "1");
        return configuration;
    }

    @Override
    protected Set<String> searchable() {
        return Set.of("username", "givenname", "surname", "email", "phone", "mobile");
    }

    @Override
    protected List<String> hidden() {
        return List.of("{SSHA256}", "password", SERVICE_PASSWORD);
    }

    protected final void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The first number of the answer. */
    protected final int number(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    protected final String table() {
        return dialect().quoted(SqlPeople.TABLE);
    }

    @Test
    void aTryTellsHowManyUsersThereAre() {
        TestResult result = type().test(configuration());

        assertThat(result.description()).isEqualTo("Found 3 users.");
        assertThat(result.users()).hasValue(3);
    }

    @Test
    void whoDoesNotFitWhereIsNobody() {
        String locked = idOf(BEN);
        execute("update " + table() + " set active = 0 where login = 'Ben'");

        assertThat(store().withLogin("Ben")).isEmpty();
        assertThat(store().withLogin("locked")).isEmpty();
        assertThat(store().attributesOf(locked)).isEmpty();
        assertThat(store().passwordMatches(locked, Secret.of(BEN.password()))).isFalse();
        assertThat(found(Map.of(), 10)).hasSize(2);
        assertThat(((EditableUserStore) store()).delete(locked)).isFalse();
    }

    @Test
    void theIdIsToldTwice() {
        String ada = idOf(ADA);

        assertThat(store().attributesOf(ada).orElseThrow())
                .containsEntry("id", ada)
                .containsEntry("userid", ada);
    }

    @Test
    void ofSeveralUsersWithOneLoginNoneIsFound() {
        String ada = idOf(ADA);
        execute("insert into " + table() + " (login) values ('ada')");

        assertThat(store().withLogin("ada")).isEmpty();
        assertThat(store().attributesOf(ada)).isPresent();
    }

    @Test
    void noMoreUsersAreFoundThanTheLimitSays() {
        Map<String, String> configuration = configuration();
        configuration.put("Limit", "2");
        try (UserStore limited = type().open(configuration)) {
            UserPage first = limited.search(UserSearch.of(Map.of(), 1));
            assertThat(first.users()).hasSize(1);
            UserPage second =
                    limited.search(UserSearch.of(Map.of(), 1).at(first.next().orElseThrow()));
            assertThat(second.users()).hasSize(1).doesNotContainAnyElementsOf(first.users());
            assertThat(second.next()).isEmpty();
        }
    }

    /** A name that has every sign of SQL in it is a name. */
    @Test
    void nothingThatIsTypedBecomesAPartOfTheQuestion() {
        for (String typed : List.of(
                "' or 'a'='a", "ada' --", "ada\\", "ada\0", "a%", "_da", "ada;drop table x", "\"", "`", "[a]da")) {
            assertThat(store().withLogin(typed)).as(typed).isEmpty();
            assertThat(found(Map.of("username", typed), 10)).as(typed).isEmpty();
            assertThat(found(Map.of("username", "*" + typed + "*"), 10))
                    .as(typed)
                    .isEmpty();
            assertThat(store().attributesOf(typed)).as(typed).isEmpty();
        }
        assertThat(found(Map.of("userid", "*"), 10)).hasSize(3);
        assertThat(found(Map.of("password", "*"), 10)).isEmpty();
    }

    @Test
    void whatTheDatabaseRefusesIsToldAndNothingIsChanged() {
        EditableUserStore editable = (EditableUserStore) store();
        String ada = idOf(ADA);

        assertThatThrownBy(() -> editable.update(ada, Map.of("surname", "King", "phone", "x".repeat(41))))
                .isInstanceOf(UserChangeRefusedException.class)
                .hasMessageContaining("has a column that is too short for a value");
        assertThatThrownBy(() -> editable.update(ada, Map.of("username", "Ben")))
                .isInstanceOf(UserChangeRefusedException.class)
                .hasMessageContaining("a user needs a login of his own");
        assertThat(store().attributesOf(ada).orElseThrow()).containsEntry("surname", "Lovelace");
    }

    @Test
    void aUserWhoWouldBeNobodyIsNotMade() {
        Map<String, String> configuration = configuration();
        configuration.put("Where", "active == 7");
        try (EditableUserStore others = (EditableUserStore) type().open(configuration)) {
            assertThatThrownBy(() -> others.add(Map.of("username", "eve")))
                    .isInstanceOf(UserChangeRefusedException.class)
                    .hasMessageContaining("does not fit Where");
        }
        assertThat(store().withLogin("eve")).isEmpty();
    }

    @Test
    void whatIsWrongWithTheDefinitionIsTold() {
        String server = "The " + dialect().title() + " server 127.0.0.1:" + server().get("Port") + " ";
        assertThat(troubleWith("Password", "wrong")).startsWith(server + "refuses User with Password (SQL state 28");
        assertThat(troubleWith("Database", "nowhere"))
                .startsWith(server + "has no database of the name in Database, or does not let User into it (");
        assertThat(troubleWith("Table", "nowhere")).startsWith(server + "has no table or view of the name in Table (");
        assertThat(troubleWith("Map", "{\"userid\": \"id\", \"username\": \"login\", \"email\": \"e-mail\"}"))
                .startsWith(server + "has no such column (")
                .endsWith("): e-mail");
        assertThat(troubleWith("Where", "enabled == 1")).endsWith("): enabled");
        assertThat(troubleWith("Where", "active == often"))
                .isEqualTo(server + "cannot be asked: Where compares a column with what it cannot have");
        assertThat(troubleWith("Port", "1"))
                .isEqualTo("The " + dialect().title()
                        + " server 127.0.0.1:1 cannot be reached: nothing listens there, or something is between");
        assertThat(troubleWith("Server", "nowhere.invalid")).endsWith("is not known by this name");
    }

    private String troubleWith(String key, String value) {
        Map<String, String> configuration = configuration();
        configuration.put(key, value);
        TestResult result = type().test(configuration);
        assertThat(result.users()).hasValue(-1);
        String beginning = "failed to retrieve users: ";
        assertThat(result.description()).startsWith(beginning).doesNotContain(SERVICE_PASSWORD);
        return result.description().substring(beginning.length());
    }

    @Test
    void aConnectionThatWasKilledIsMadeAnew() {
        assertThat(store().withLogin("ada")).isPresent();
        killAllConnections();
        assertThat(store().withLogin("ada")).isPresent();
    }

    /** All but the one that does it. */
    protected abstract void killAllConnections();

    /** Keeps the table to itself until it is closed. */
    protected abstract Connection lockTheTable() throws SQLException;

    @Test
    void aQuestionThatTakesTooLongIsNotWaitedFor() throws SQLException {
        Map<String, String> configuration = configuration();
        configuration.put("poolTimeout", "1");
        try (UserStore hasty = type().open(configuration)) {
            assertThat(hasty.withLogin("ada")).isPresent();
            long begin = System.nanoTime();
            try (Connection locked = lockTheTable()) {
                assertThat(locked.isClosed()).isFalse();
                assertThatThrownBy(() -> hasty.withLogin("ada"))
                        .isInstanceOf(UserStoreUnavailableException.class)
                        .hasMessageEndingWith("does not answer in time");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
            assertThat(hasty.withLogin("ada")).isPresent();
        }
    }

    @Test
    void whoFindsAllConnectionsInUseIsToldSo() throws Exception {
        SqlConnectionSettings settings = SqlConnectionSettings.of(new StoreParameters(configuration()));
        try (SqlPool pool = new SqlPool(settings, network.drivers(), 1, true)) {
            try (Connection used = pool.borrow(Deadline.in(PATIENCE))) {
                assertThat(used.isClosed()).isFalse();
                assertThatThrownBy(() -> pool.borrow(Deadline.in(Duration.ofMillis(100))))
                        .isInstanceOf(SqlTroubleException.class)
                        .hasMessageEndingWith("keeps too many waiting: all connections of poolSize are in use");
            }
            pool.borrow(Deadline.in(PATIENCE)).close();
        }
    }

    @Test
    void overAConnectionForQuestionsNothingIsWritten() throws Exception {
        SqlConnectionSettings settings = SqlConnectionSettings.of(new StoreParameters(configuration()));
        try (SqlPool pool = new SqlPool(settings, network.drivers(), 1, true);
                Connection connection = pool.borrow(Deadline.in(PATIENCE));
                Statement statement = connection.createStatement()) {
            for (String sql :
                    List.of("delete from " + table(), "drop table " + table(), "create table other (id int)")) {
                assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
            }
        }
        assertThat(found(Map.of(), 10)).hasSize(3);
    }
}
