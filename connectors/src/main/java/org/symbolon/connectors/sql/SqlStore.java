package org.symbolon.connectors.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserPage;
import org.symbolon.command.resolver.port.UserSearch;
import org.symbolon.command.resolver.port.UserStore;
import org.symbolon.command.resolver.port.UserStoreUnavailableException;
import org.symbolon.events.shared.Secret;

/** The users in a table of a database. Passwords are compared with the hash that stands there, and nothing is remembered. */
class SqlStore implements UserStore {

    private static final Logger LOG = LoggerFactory.getLogger(SqlStore.class);
    private static final int IDS_IN_ONE_QUESTION = 100;
    private static final int LONGEST_LOGIN = 1000;

    private final SqlDatabase database;
    private final SqlUserSettings settings;
    private final SqlNetwork network;
    private volatile SqlTable table;
    private volatile boolean closed;

    SqlStore(SqlDatabase database, SqlUserSettings settings, SqlNetwork network) {
        this.database = database;
        this.settings = settings;
        this.network = network;
    }

    final SqlUserSettings settings() {
        return settings;
    }

    final SqlNetwork network() {
        return network;
    }

    /** What is asked of the table, whose columns are looked at first. */
    @FunctionalInterface
    interface TableQuestion<T> {
        T ask(SqlTable table, Connection connection) throws SQLException;
    }

    final <T> T ask(TableQuestion<T> question) {
        requireOpen();
        return answered(
                () -> database.ask(connection -> question.ask(tableOver(connection), connection)),
                SqlStore::unavailable);
    }

    /**
     * Changes something.
     *
     * @param refusal what becomes of trouble
     */
    final <T> T change(TableQuestion<T> change, Function<SqlTroubleException, RuntimeException> refusal) {
        requireOpen();
        return answered(() -> database.change(connection -> change.ask(tableOver(connection), connection)), refusal);
    }

    /** Asks the database. */
    @FunctionalInterface
    private interface Asked<T> {
        T answer() throws SqlTroubleException;
    }

    /** A table that was altered is looked at again with the next question. */
    private <T> T answered(Asked<T> asked, Function<SqlTroubleException, RuntimeException> refusal) {
        try {
            return asked.answer();
        } catch (SqlTroubleException trouble) {
            table = null;
            throw refusal.apply(trouble);
        }
    }

    static RuntimeException unavailable(SqlTroubleException trouble) {
        return new UserStoreUnavailableException(trouble.getMessage(), null);
    }

    private SqlTable tableOver(Connection connection) throws SQLException {
        SqlTable known = table;
        if (known == null) {
            known = SqlTable.read(connection, database.dialect(), settings);
            table = known;
        }
        return known;
    }

    private void requireOpen() {
        if (closed) {
            throw new UserStoreUnavailableException("The store of the " + database + " is closed", null);
        }
    }

    @Override
    public Optional<StoredUser> withLogin(String login) {
        return ask((users, connection) -> withLogin(login, users, connection));
    }

    /**
     * Some databases take small letters for capitals, letters without accents for those with them, and blanks at the end for nothing;
     * only the first is allowed here. Of several users of one name nobody could say which is meant.
     */
    static Optional<StoredUser> withLogin(String login, SqlTable users, Connection connection) throws SQLException {
        Optional<SqlText> condition = login.isBlank() || login.length() > LONGEST_LOGIN
                ? Optional.empty()
                : users.login().equalTo(login);
        if (condition.isEmpty()) {
            return Optional.empty();
        }
        List<SqlColumn> wanted = List.of(users.id(), users.login());
        List<StoredUser> found =
                users.select(wanted, List.of(condition.get())).rows(connection, 10, row -> stored(users, row));
        List<StoredUser> theirs = found.stream()
                .filter(user ->
                        user.login().equalsIgnoreCase(login) && !user.userId().isEmpty())
                .toList();
        if (theirs.size() > 1) {
            LOG.warn(
                    "The table {} has several users with one and the same login; none of them is found by it",
                    users.settings().table());
            return Optional.empty();
        }
        return theirs.stream().findFirst();
    }

    private static StoredUser stored(SqlTable users, ResultSet row) throws SQLException {
        return new StoredUser(users.login().read(row, 2), users.id().read(row, 1));
    }

    @Override
    public Map<String, Map<String, String>> attributesOf(Collection<String> userIds) {
        List<String> ids = userIds.stream().distinct().toList();
        Map<String, Map<String, String>> known = new HashMap<>();
        requireOpen();
        for (int begin = 0; begin < ids.size(); begin += IDS_IN_ONE_QUESTION) {
            List<String> some = ids.subList(begin, Math.min(ids.size(), begin + IDS_IN_ONE_QUESTION));
            for (Map<String, String> user : ask((users, connection) -> withIds(some, users, connection))) {
                String id = user.get(SqlUserSettings.USER_ID);
                if (some.contains(id)) {
                    known.put(id, user);
                }
            }
        }
        return known;
    }

    private static List<Map<String, String>> withIds(List<String> ids, SqlTable users, Connection connection)
            throws SQLException {
        List<SqlText> any =
                ids.stream().flatMap(id -> users.id().equalTo(id).stream()).toList();
        if (any.isEmpty()) {
            return List.of();
        }
        SqlText condition = SqlText.of("(").and(SqlText.joined(" or ", any)).and(")");
        return users.select(users.shown(), List.of(condition))
                .rows(connection, ids.size() * 2, row -> SqlUser.attributes(users, row));
    }

    /**
     * Pages follow each other by the users' ids, so that the database begins each of them by its index. A cursor is how many users were
     * found before, and the id of the last one.
     */
    @Override
    public UserPage search(UserSearch search) {
        SqlPlace place = search.cursor().map(SqlPlace::of).orElse(SqlPlace.BEGINNING);
        int most = Math.max(0, Math.min(search.size(), settings.limit() - place.found()));
        List<Map<String, String>> found =
                ask((users, connection) -> found(search.criteria(), place, most + 1, users, connection));
        List<Map<String, String>> page = List.copyOf(found.subList(0, Math.min(found.size(), most)));
        boolean more = found.size() > most && place.found() + most < settings.limit();
        return new UserPage(page, more ? Optional.of(place.after(page).text()) : Optional.empty());
    }

    /** The first users who fit, this many at most. */
    static List<Map<String, String>> firstPage(
            Map<String, String> criteria, int most, SqlTable users, Connection connection) throws SQLException {
        return found(criteria, SqlPlace.BEGINNING, most, users, connection);
    }

    private static List<Map<String, String>> found(
            Map<String, String> criteria, SqlPlace place, int most, SqlTable users, Connection connection)
            throws SQLException {
        List<SqlText> conditions = new ArrayList<>();
        conditions.add(SqlText.of(users.id().ordered() + " is not null"));
        for (Map.Entry<String, String> criterion : criteria.entrySet()) {
            Optional<SqlText> condition =
                    users.attribute(criterion.getKey()).flatMap(column -> column.like(criterion.getValue()));
            if (condition.isEmpty()) {
                return List.of();
            }
            conditions.add(condition.get());
        }
        place.lastId().flatMap(users.id()::after).ifPresent(conditions::add);
        return users.select(users.shown(), conditions)
                .and(" order by " + users.id().ordered() + users.dialect().first(most))
                .rows(connection, most, row -> SqlUser.attributes(users, row));
    }

    @Override
    public boolean passwordMatches(String userId, Secret password) {
        if (password.isEmpty()) {
            requireOpen();
            return false;
        }
        Secret hash = ask((users, connection) -> hashOf(userId, users, connection));
        return !hash.isEmpty() && network.hashes().matches(hash, password);
    }

    private static Secret hashOf(String userId, SqlTable users, Connection connection) throws SQLException {
        Optional<SqlText> condition = users.id().equalTo(userId);
        Optional<SqlColumn> column = users.password();
        if (condition.isEmpty() || column.isEmpty()) {
            return Secret.EMPTY;
        }
        List<SqlColumn> wanted = List.of(users.id(), column.get());
        List<Secret> hashes = users.select(wanted, List.of(condition.get()))
                .rows(
                        connection,
                        10,
                        row -> users.id().read(row, 1).equals(userId)
                                ? Secret.of(column.get().read(row, 2))
                                : Secret.EMPTY);
        List<Secret> theirs = hashes.stream().filter(hash -> !hash.isEmpty()).toList();
        return theirs.size() == 1 ? theirs.get(0) : Secret.EMPTY;
    }

    @Override
    public void close() {
        closed = true;
        database.close();
    }

    @Override
    public String toString() {
        return "SqlStore[" + database + "]";
    }
}
