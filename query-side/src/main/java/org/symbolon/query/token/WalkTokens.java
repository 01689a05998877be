package org.symbolon.query.token;

/**
 * How are these tokens? For who goes through all of them; it is a page of a list in the order of numbers.
 *
 * @param afterNumber only tokens with greater numbers
 * @param most how many tokens at most
 */
public record WalkTokens(TokenFilter filter, int afterNumber, int most) {

    /** From the first one on, as the tokens were when this was asked. */
    public static final int BEGIN = Integer.MIN_VALUE;
}
