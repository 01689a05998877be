package org.symbolon.cli.janitor;

import java.util.List;

/** A list that is written while tokens are found. */
interface TokenListing {

    void take(List<StockedToken> tokens);

    /** Writes what can only be said when all are known. */
    void end();
}
