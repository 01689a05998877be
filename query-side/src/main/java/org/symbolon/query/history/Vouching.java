package org.symbolon.query.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Vouches for rows of the table of events, so that nobody is told what somebody has forged there. */
@FunctionalInterface
public interface Vouching {

    /** The columns of an event: all but the index, which is drawn by the insert, in the order in which they are stored. */
    String COLUMNS = "event_identifier, aggregate_identifier, sequence_number, type, time_stamp, payload_type,"
            + " payload_revision, payload, meta_data, digest, mac";

    /**
     * What is to be told as the payload of the event in a row that has {@link #COLUMNS} and the index: what this server has stored, or
     * what an administrator has decided that it is read as; empty if he has decided that it counts for nothing. An exception names an
     * event that cannot be read.
     */
    Optional<String> payload(ResultSet row) throws SQLException;
}
