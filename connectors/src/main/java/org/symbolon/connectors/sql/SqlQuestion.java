package org.symbolon.connectors.sql;

import java.sql.Connection;
import java.sql.SQLException;

/** What a database is asked for over a connection. */
@FunctionalInterface
interface SqlQuestion<T> {
    T ask(Connection connection) throws SQLException;
}
