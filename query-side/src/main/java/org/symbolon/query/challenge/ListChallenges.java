package org.symbolon.query.challenge;

import org.symbolon.query.shared.Paging;

/**
 * Which challenges are there? Those that have expired are among them until they are cleared away.
 *
 * @param serial of their token, perhaps with asterisks; null for any
 * @param transactionId perhaps with asterisks; null for any
 * @param sortBy a column of the table challenge; any other text stands for timestamp
 */
public record ListChallenges(
        String serial, String transactionId, Paging paging, String sortBy, boolean sortDescending) {}
