package org.symbolon.connectors.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The table that the users stand in, with the columns that the definition names, as the database describes them.
 *
 * @param columns by the names that the definition has for them
 * @param where the conditions that all users fulfil
 */
record SqlTable(SqlDialect dialect, SqlUserSettings settings, Map<String, SqlColumn> columns, SqlText where) {

    /** Asks the database what columns there are. */
    static SqlTable read(Connection connection, SqlDialect dialect, SqlUserSettings settings) throws SQLException {
        Map<String, SqlColumn> columns = new LinkedHashMap<>();
        List<String> names = List.copyOf(named(settings));
        String list = names.stream().map(dialect::quoted).collect(Collectors.joining(", "));
        try (PreparedStatement statement = connection.prepareStatement(
                        "select " + list + " from " + from(dialect, settings) + " where 1 = 0");
                ResultSet none = statement.executeQuery()) {
            ResultSetMetaData described = none.getMetaData();
            for (int place = 1; place <= names.size(); place++) {
                SqlKind kind = dialect.kind(described.getColumnType(place), described.getColumnTypeName(place));
                boolean optional = described.isNullable(place) != ResultSetMetaData.columnNoNulls;
                String name = names.get(place - 1);
                columns.put(name, new SqlColumn(name, kind, optional, dialect, settings.encoding()));
            }
        }
        return new SqlTable(dialect, settings, columns, where(settings, columns));
    }

    /** All columns that the definition names, each once. */
    static Set<String> named(SqlUserSettings settings) {
        Set<String> names = new LinkedHashSet<>(List.of(settings.idColumn(), settings.loginColumn()));
        names.addAll(settings.mapping().values());
        settings.passwordColumn().ifPresent(names::add);
        settings.where().forEach(condition -> names.add(condition.column()));
        return names;
    }

    /** The table as it stands in SQL. */
    static String from(SqlDialect dialect, SqlUserSettings settings) {
        return settings.table().stream().map(dialect::quoted).collect(Collectors.joining("."));
    }

    /** A condition that fits nothing that the column can have would let in nobody, and say nothing. */
    private static SqlText where(SqlUserSettings settings, Map<String, SqlColumn> columns) throws SQLException {
        List<SqlText> conditions = new ArrayList<>();
        for (SqlWhere where : settings.where()) {
            conditions.add(columns.get(where.column())
                    .fits(where)
                    .orElseThrow(() -> new SQLException(
                            "cannot be asked: Where compares a column with what it cannot have",
                            SqlDrivers.UNASKABLE)));
        }
        return SqlText.joined(" and ", conditions);
    }

    SqlColumn id() {
        return columns.get(settings.idColumn());
    }

    SqlColumn login() {
        return columns.get(settings.loginColumn());
    }

    Optional<SqlColumn> password() {
        return settings.passwordColumn().map(columns::get);
    }

    /** The column of an attribute that may be shown, searched for and written; empty if there is none. */
    Optional<SqlColumn> attribute(String name) {
        return switch (name) {
            case SqlUserSettings.USERNAME -> Optional.of(login());
            case SqlUserSettings.USER_ID -> Optional.of(id());
            default -> Optional.ofNullable(settings.mapping().get(name)).map(columns::get);
        };
    }

    /** The columns of a user, the id and the login first, then those of the mapping in its order. */
    List<SqlColumn> shown() {
        List<SqlColumn> shown = new ArrayList<>(List.of(id(), login()));
        settings.mapping().values().forEach(column -> shown.add(columns.get(column)));
        return shown;
    }

    /** A question for these columns of the users who fit. */
    SqlText select(List<SqlColumn> wanted, List<SqlText> conditions) {
        String list = wanted.stream().map(SqlColumn::selected).collect(Collectors.joining(", "));
        return SqlText.of("select " + list + " from " + name()).and(whoFits(conditions));
    }

    /** How many users there are. */
    SqlText count() {
        return SqlText.of("select count(*) from " + name()).and(whoFits(List.of()));
    }

    SqlText insert(Map<SqlColumn, SqlText> values) {
        String list = values.keySet().stream()
                .map(column -> dialect.quoted(column.name()))
                .collect(Collectors.joining(", "));
        return SqlText.of("insert into " + name() + " (" + list + ") values (")
                .and(SqlText.joined(", ", List.copyOf(values.values())))
                .and(")");
    }

    SqlText update(Map<SqlColumn, SqlText> values, SqlText who) {
        List<SqlText> changes = values.entrySet().stream()
                .map(change -> SqlText.of(dialect.quoted(change.getKey().name()) + " = ")
                        .and(change.getValue()))
                .toList();
        return SqlText.of("update " + name() + " set ")
                .and(SqlText.joined(", ", changes))
                .and(whoFits(List.of(who)));
    }

    SqlText delete(SqlText who) {
        return SqlText.of("delete from " + name()).and(whoFits(List.of(who)));
    }

    private String name() {
        return from(dialect, settings);
    }

    private SqlText whoFits(List<SqlText> conditions) {
        List<SqlText> all = new ArrayList<>(conditions);
        if (!where.sql().isEmpty()) {
            all.add(where);
        }
        return all.isEmpty() ? SqlText.of("") : SqlText.of(" where ").and(SqlText.joined(" and ", all));
    }
}
