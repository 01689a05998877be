package org.symbolon.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Tells rows of the table of events that this server has stored from those that somebody has forged. */
@FunctionalInterface
public interface Authenticity {

    /** Whether this server has stored just what is in a row that has {@link Vouching#COLUMNS}. */
    boolean vouchesFor(ResultSet row) throws SQLException;
}
