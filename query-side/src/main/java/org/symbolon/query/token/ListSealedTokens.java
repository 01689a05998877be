package org.symbolon.query.token;

import java.util.List;

/**
 * How are these tokens, with their seeds as they lie sealed? For who computes their values; it is a page of a list in the
 * order of numbers.
 *
 * @param types only tokens of these types
 * @param valueLength only tokens whose values have so many characters; null for any
 * @param afterNumber only tokens with greater numbers
 * @param most how many tokens at most
 */
public record ListSealedTokens(TokenFilter filter, List<String> types, Integer valueLength, int afterNumber, int most) {

    /** From the first one on. */
    public static final int BEGIN = Integer.MIN_VALUE;
}
