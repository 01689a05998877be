package org.symbolon.query.token;

import java.util.List;

/**
 * A part of a list of tokens.
 *
 * @param count how many tokens the whole list has
 */
public record TokenPage(long count, List<TokenView> tokens) {}
