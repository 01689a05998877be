package org.symbolon.query.token;

import org.symbolon.query.shared.Paging;

/**
 * Which tokens are there?
 *
 * @param sortBy a column of the table token; any other text stands for serial
 */
public record ListTokens(TokenFilter filter, Paging paging, String sortBy, boolean sortDescending) {}
