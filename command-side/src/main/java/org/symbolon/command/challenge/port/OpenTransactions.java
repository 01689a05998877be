package org.symbolon.command.challenge.port;

import java.time.Instant;
import java.util.List;

/** The transactions in which a token has a challenge. */
@FunctionalInterface
public interface OpenTransactions {

    /** The ids of those of the token with this serial whose challenge can be answered at this time, in their order. */
    List<String> of(String serial, Instant now);
}
