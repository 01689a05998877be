package org.symbolon.query.token;

/**
 * What are the serials of these tokens?
 *
 * @param most how many are wanted at most, the first in their order
 * @param upToDate whether it is worth waiting for what log-ins have just changed: not if the filter looks at nothing of that kind
 */
public record ListSerials(TokenFilter filter, int most, boolean upToDate) {}
