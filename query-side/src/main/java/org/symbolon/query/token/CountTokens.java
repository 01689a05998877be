package org.symbolon.query.token;

/** How many tokens are there of this kind? */
public record CountTokens(TokenFilter filter) {}
