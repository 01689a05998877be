package org.symbolon.query.token;

import java.util.List;

/**
 * How are these tokens, with their seeds as they lie sealed? For who computes their values; it is a page of a list in the
 * order of numbers.
 *
 * @param types only tokens of these types
 * @param otpLengths only tokens whose values have one of these lengths; none for any
 * @param afterNumber only tokens with greater numbers
 * @param most how many tokens at most
 */
public record ListSealedTokens(
        TokenFilter filter, List<String> types, List<Integer> otpLengths, int afterNumber, int most) {

    /** From the first one on, as the tokens were when this was asked. */
    public static final int BEGIN = Integer.MIN_VALUE;
}
