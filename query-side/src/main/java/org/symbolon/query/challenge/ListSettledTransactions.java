package org.symbolon.query.challenge;

import java.util.Set;

/** In which of these transactions has somebody said yes or no by another way, or is nothing left to answer? */
public record ListSettledTransactions(Set<String> transactionIds) {

    public ListSettledTransactions {
        transactionIds = Set.copyOf(transactionIds);
    }
}
