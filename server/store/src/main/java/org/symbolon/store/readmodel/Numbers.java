package org.symbolon.store.readmodel;

import java.util.function.IntSupplier;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Draws the numbers that things have in the documented tables; they become part of the event that creates the thing. */
@Component
public class Numbers {

    private final JdbcOperations jdbc;

    public Numbers(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** What draws from the sequence of this name. */
    public IntSupplier from(String sequence) {
        String query = "select nextval('" + sequence + "')";
        return () -> {
            Integer number = jdbc.queryForObject(query, Integer.class);
            return number == null ? 0 : number;
        };
    }
}
