package org.symbolon.connectors.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * SQL and the values that stand for its question marks. Whatever somebody typed is a value; names in it are quoted.
 *
 * @param values in the order of the question marks
 */
record SqlText(String sql, List<Value> values) {

    /** Sets a value at its place in a statement. */
    @FunctionalInterface
    interface Value {
        void set(PreparedStatement statement, int place) throws SQLException;
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    static SqlText of(String sql, Value... values) {
        return new SqlText(sql, List.of(values));
    }

    SqlText and(SqlText more) {
        List<Value> both = new ArrayList<>(values);
        both.addAll(more.values);
        return new SqlText(sql + more.sql, both);
    }

    SqlText and(String more) {
        return new SqlText(sql + more, values);
    }

    /** All of them, with this between. */
    static SqlText joined(String between, List<SqlText> parts) {
        SqlText joined = of("");
        for (int index = 0; index < parts.size(); index++) {
            joined = (index == 0 ? joined : joined.and(between)).and(parts.get(index));
        }
        return joined;
    }

    /** The first rows that it finds, this many at most. */
    <T> List<T> rows(Connection connection, int most, Row<T> reader) throws SQLException {
        try (PreparedStatement statement = prepared(connection)) {
            statement.setMaxRows(most);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (found.size() < most && rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        }
    }

    /** How many rows it changes. */
    int change(Connection connection) throws SQLException {
        try (PreparedStatement statement = prepared(connection)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepared(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int index = 0; index < values.size(); index++) {
                values.get(index).set(statement, index + 1);
            }
            return statement;
        } catch (SQLException failed) {
            statement.close();
            throw failed;
        }
    }
}
