package org.symbolon.query.token;

/**
 * What are the serials of these tokens?
 *
 * @param most how many are wanted at most, the first in their order
 */
public record ListSerials(TokenFilter filter, int most) {}
