package org.symbolon.connectors.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.symbolon.connectors.UserStoreContract.Person;
import org.symbolon.connectors.passwordhash.HashType;
import org.symbolon.events.shared.Secret;

/** The people of a contract as rows of a table, and how a resolver reads them. */
final class SqlPeople {

    /** A name that has to be quoted, with a column that has to be, too. */
    static final String TABLE = "Accounts of all";

    private static final Map<String, String> MAPPING = Map.of(
            "userid", "id",
            "username", "login",
            "givenname", "given name",
            "surname", "surname",
            "email", "mail",
            "phone", "phone",
            "mobile", "mobile",
            "password", "pw");

    private SqlPeople() {}

    /** The entries of a definition that have nothing to do with the server. */
    static Map<String, String> users() {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("Table", TABLE);
        configuration.put(
                "Map",
                "{\"userid\": \"id\", \"username\": \"login\", \"givenname\": \"given name\", \"surname\": \"surname\","
                        + " \"email\": \"mail\", \"phone\": \"phone\", \"mobile\": \"mobile\", \"password\": \"pw\"}");
        configuration.put("Limit", "1000");
        configuration.put("Editable", "1");
        configuration.put("Where", "active == 1");
        configuration.put("poolTimeout", "5");
        return configuration;
    }

    /**
     * Puts these people in the place of all that are there.
     *
     * @param dialect of the database
     * @param id how a column is made that numbers its rows
     */
    static void fill(Connection connection, SqlDialect dialect, String id, List<Person> people) throws SQLException {
        String table = dialect.quoted(TABLE);
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists " + table);
            statement.execute("create table " + table + " (" + dialect.quoted("id") + " " + id + " primary key, "
                    + "login varchar(40) not null, " + dialect.quoted("given name")
                    + " varchar(40), surname varchar(40), mail varchar(80), phone varchar(40), mobile varchar(40),"
                    + " pw varchar(255), active smallint not null default 1)");
            statement.execute("insert into " + table + " (login, active) values ('locked', 0)");
        }
        for (Person person : people) {
            insert(connection, dialect, person);
        }
    }

    static void insert(Connection connection, SqlDialect dialect, Person person) throws SQLException {
        List<String> names = person.attributes().keySet().stream().toList();
        StringBuilder sql = new StringBuilder("insert into " + dialect.quoted(TABLE) + " (pw");
        names.forEach(name -> sql.append(", ").append(dialect.quoted(MAPPING.get(name))));
        sql.append(") values (?").append(", ?".repeat(names.size())).append(")");
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            statement.setString(
                    1,
                    person.password() == null
                            ? null
                            : HashType.SSHA256.hash(Secret.of(person.password()), new Random(1)));
            for (int index = 0; index < names.size(); index++) {
                statement.setString(index + 2, person.attributes().get(names.get(index)));
            }
            statement.executeUpdate();
        }
    }
}
