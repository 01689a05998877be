package org.symbolon.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Vouches for rows of the table of events, so that nobody is told what somebody has forged there. */
@FunctionalInterface
public interface Vouching {

    /** The columns that it looks at: all but the index, which is drawn by the insert, in the order in which they are stored. */
    String COLUMNS = "event_identifier, aggregate_identifier, sequence_number, type, time_stamp, payload_type,"
            + " payload_revision, payload, meta_data, digest, mac";

    /** Whether this server has stored just that. */
    boolean vouchesFor(ResultSet row) throws SQLException;

    /** Lets pass what this server has stored; an exception names what it has not. */
    default void require(ResultSet row) throws SQLException {
        if (!vouchesFor(row)) {
            throw new IllegalStateException("Nobody vouches for the event " + row.getString("event_identifier"));
        }
    }
}
