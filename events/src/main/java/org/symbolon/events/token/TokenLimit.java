package org.symbolon.events.token;

/** How many of these tokens there may be, and what the one who wants one more is told. */
public record TokenLimit(CountedTokens tokens, int most, String refusal) {}
