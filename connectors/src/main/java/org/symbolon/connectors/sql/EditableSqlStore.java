package org.symbolon.connectors.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.symbolon.command.resolver.port.EditableUserStore;
import org.symbolon.command.resolver.port.StoredUser;
import org.symbolon.command.resolver.port.UserChangeRefusedException;
import org.symbolon.events.shared.Secret;

/** A table whose users can be changed. Only columns that the mapping names are written, each change in one transaction. */
final class EditableSqlStore extends SqlStore implements EditableUserStore {

    private final RandomGenerator random;

    EditableSqlStore(SqlDatabase database, SqlUserSettings settings, SqlNetwork network, RandomGenerator random) {
        super(database, settings, network);
        this.random = random;
    }

    @Override
    public String add(Map<String, String> attributes) {
        String login = attributes.getOrDefault(SqlUserSettings.USERNAME, "");
        Map<String, String> given = new HashMap<>(attributes);
        given.values().removeIf(String::isEmpty);
        return changed((users, connection) -> {
            if (login.isBlank() || withLogin(login, users, connection).isPresent()) {
                throw refused("a user needs a login of his own");
            }
            users.insert(values(users, given)).change(connection);
            return withLogin(login, users, connection)
                    .map(StoredUser::userId)
                    .orElseThrow(() -> refused("the new user does not fit Where, or has no userid"));
        });
    }

    @Override
    public boolean update(String userId, Map<String, String> attributes) {
        return changed((users, connection) -> {
            requireFreeLogin(userId, attributes.get(SqlUserSettings.USERNAME), users, connection);
            return write(userId, values(users, attributes), users, connection);
        });
    }

    private static void requireFreeLogin(String userId, String login, SqlTable users, Connection connection)
            throws SQLException {
        if (login == null) {
            return;
        }
        Optional<StoredUser> other = withLogin(login, users, connection)
                .filter(user -> !user.userId().equals(userId));
        if (login.isBlank() || other.isPresent()) {
            throw refused("a user needs a login of his own");
        }
    }

    /** What stands in a statement for each column; the id is the database's affair. */
    private static Map<SqlColumn, SqlText> values(SqlTable users, Map<String, String> attributes) {
        Map<SqlColumn, SqlText> values = new LinkedHashMap<>();
        attributes.forEach((name, value) -> users.attribute(name)
                .filter(column -> !name.equals(SqlUserSettings.USER_ID))
                .ifPresent(column -> values.put(column, value(column, value))));
        return values;
    }

    private static SqlText value(SqlColumn column, String value) {
        if (value.isEmpty() && column.optional()) {
            return SqlText.of("null");
        }
        return column.written(value)
                .orElseThrow(() -> refused("the column " + column.name() + " cannot have such a value"));
    }

    @Override
    public boolean setPassword(String userId, Secret password) {
        if (settings().passwordColumn().isEmpty()) {
            throw refused("Map has no column for password");
        }
        Secret hash = hashed(password);
        return changed((users, connection) -> {
            SqlColumn column = users.password().orElseThrow();
            return write(userId, Map.of(column, value(column, hash.reveal())), users, connection);
        });
    }

    private Secret hashed(Secret password) {
        if (password.isEmpty()) {
            throw refused("an empty password is none");
        }
        try {
            return Secret.of(network().hashes().hash(settings().hashType(), password, random));
        } catch (IllegalArgumentException unfit) {
            throw refused(unfit.getMessage());
        }
    }

    /** False if there is no such user, even where a database counts no row that is as it was. */
    private static boolean write(String userId, Map<SqlColumn, SqlText> values, SqlTable users, Connection connection)
            throws SQLException {
        Optional<SqlText> who = users.id().equalTo(userId);
        if (who.isEmpty() || !isThere(userId, who.get(), users, connection)) {
            return false;
        }
        if (!values.isEmpty()) {
            requireOne(users.update(values, who.get()).change(connection));
        }
        return true;
    }

    private static boolean isThere(String userId, SqlText who, SqlTable users, Connection connection)
            throws SQLException {
        SqlColumn id = users.id();
        return users.select(List.of(id), List.of(who))
                .rows(connection, 2, row -> id.read(row, 1))
                .contains(userId);
    }

    private static void requireOne(int rows) {
        if (rows > 1) {
            throw refused("several users have this userid");
        }
    }

    @Override
    public boolean delete(String userId) {
        return changed((users, connection) -> {
            Optional<SqlText> who = users.id().equalTo(userId);
            if (who.isEmpty() || !isThere(userId, who.get(), users, connection)) {
                return false;
            }
            requireOne(users.delete(who.get()).change(connection));
            return true;
        });
    }

    private <T> T changed(TableQuestion<T> change) {
        return change(change, EditableSqlStore::notChanged);
    }

    /** What the database refuses is the fault of the change; that it is away is not. */
    private static RuntimeException notChanged(SqlTroubleException trouble) {
        return trouble.trouble().isRefusalOfChange()
                ? refused(trouble.getMessage().replaceFirst("^The ", "the "))
                : unavailable(trouble);
    }

    private static UserChangeRefusedException refused(String why) {
        return new UserChangeRefusedException("The user was not changed: " + why, null);
    }
}
