package org.symbolon.connectors.sql;

import java.util.Locale;
import java.util.Map;

/** The kinds of databases, by what SQLAlchemy calls them in front of the plus sign. */
final class SqlDialects {

    private static final Map<String, SqlDialect> BY_NAME = Map.of(
            "postgresql", new PostgresqlDialect(),
            "postgres", new PostgresqlDialect(),
            "mysql", new MariadbDialect(),
            "mariadb", new MariadbDialect(),
            "mssql", new SqlServerDialect(),
            "oracle", new OracleDialect());

    private SqlDialects() {}

    /** The database of a driver such as {@code mysql+pymysql}; which of SQLAlchemy's drivers it is means nothing here. */
    static SqlDialect named(String driver) {
        String database = driver.split("[+:]", 2)[0].strip().toLowerCase(Locale.ROOT);
        SqlDialect dialect = BY_NAME.get(database);
        if (dialect != null) {
            return dialect;
        }
        throw new IllegalArgumentException(
                database.equals("sqlite")
                        ? "Driver is sqlite: this version reads no files of SQLite, a server has to keep the users"
                        : "Driver is none of postgresql, mysql, mariadb, mssql, oracle");
    }
}
