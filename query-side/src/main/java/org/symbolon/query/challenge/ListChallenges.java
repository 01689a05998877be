package org.symbolon.query.challenge;

import org.symbolon.events.shared.Reach;
import org.symbolon.query.shared.Paging;

/**
 * Which challenges are there? Those that have expired are among them until they are cleared away.
 *
 * @param serial of their token, perhaps with asterisks; null for any
 * @param reach whose tokens the asking one may see, null for all
 * @param transactionId perhaps with asterisks; null for any
 * @param sortBy a column of the table challenge; any other text stands for timestamp
 */
public record ListChallenges(
        String serial, String transactionId, Reach reach, Paging paging, String sortBy, boolean sortDescending) {

    /** For one who may see the challenges of all tokens. */
    public ListChallenges(String serial, String transactionId, Paging paging, String sortBy, boolean sortDescending) {
        this(serial, transactionId, null, paging, sortBy, sortDescending);
    }
}
